package io.leeloogateway.people;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A phone number as Leeloo stores it: in E.164, in a national form, with separators, an extension or the digits of another script.
 *
 * @param digits the ASCII digits without an international prefix and without an extension
 * @param isInternational whether the number certainly begins with its country code
 */
record StoredPhone(String digits, boolean isInternational) {

    /** The subscriber number without its area code. */
    private static final int MIN_NATIONAL_DIGITS = 7;

    private static final Pattern SCHEME = Pattern.compile("^\\s*tel:", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("[\\p{L};,#].*", Pattern.DOTALL);
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(\\s*0\\s*\\)");
    private static final Pattern TRUNK_PREFIX = Pattern.compile("^8?0*");

    static StoredPhone of(String text) {
        var plain =
                SCHEME.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceFirst("");
        var number =
                TRUNK_ZERO.matcher(EXTENSION.matcher(plain).replaceFirst("")).replaceFirst("");
        var digits = asciiDigits(number);
        if (number.strip().startsWith("+")) {
            return new StoredPhone(digits, true);
        }
        return digits.startsWith("00") ? new StoredPhone(digits.substring(2), true) : new StoredPhone(digits, false);
    }

    /** Whether the number may be this one: an international number only if it is equal, a national number if its significant digits end it. */
    boolean mayBe(String e164) {
        var wanted = asciiDigits(e164);
        if (digits.equals(wanted)) {
            return true;
        }
        var national = TRUNK_PREFIX.matcher(digits).replaceFirst("");
        return !isInternational
                && (endsWith(wanted, digits) || endsWith(wanted, national) || endsWith(wanted, withoutZeros(digits)));
    }

    private static boolean endsWith(String wanted, String national) {
        return national.length() >= MIN_NATIONAL_DIGITS && wanted.endsWith(national);
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private static String asciiDigits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}

package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.CompatibleText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares phones and e-mails, which Leeloo may store in another spelling than it received. */
final class ContactMatcher {

    /** The subscriber number without its area code. */
    private static final int COMPARED_DIGITS = 7;

    private static final Pattern EXTENSION = Pattern.compile("[\\p{L};,#].*");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,8};");

    private ContactMatcher() {}

    static boolean isSamePhone(String expected, @Nullable String actual) {
        return actual != null && digits(expected).equals(digits(actual));
    }

    static boolean isSameEmail(String expected, @Nullable String actual) {
        return actual != null && expected.strip().equalsIgnoreCase(actual.strip());
    }

    /** Whether the last digits differ: a country code may be absent, an extension may follow. */
    static boolean isOtherPhone(String one, String other) {
        var first = lastDigits(one);
        var second = lastDigits(other);
        return first.length() == COMPARED_DIGITS && second.length() == COMPARED_DIGITS && !first.equals(second);
    }

    /** Whether neither name begins with the other; entities, case, blanks and punctuation do not count. */
    static boolean isOtherName(String one, String other) {
        var first = letters(one);
        var second = letters(other);
        return !first.startsWith(second) && !second.startsWith(first);
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }

    private static String lastDigits(String phone) {
        var digits = new StringBuilder();
        EXTENSION
                .matcher(phone)
                .replaceFirst("")
                .codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS));
    }

    private static String letters(String name) {
        var decoded = ENTITY.matcher(name).replaceAll("");
        var compared = decoded.substring(0, Math.min(CompatibleText.MAX_LENGTH, decoded.length()));
        return CompatibleText.of(compared)
                .replaceAll("[^\\p{L}\\p{N}]|\\p{Lm}", "")
                .toLowerCase(Locale.ROOT);
    }
}

package io.leeloogateway.leeloo;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Compares phone numbers as numbers, whatever their spelling: with separators, a national prefix, an extension or the digits of another script. */
@Component
@EnableConfigurationProperties(PhoneProperties.class)
public class PhoneNumbers {

    /** The longest text that the library reads: its duration grows with the fourth power of the length (248 characters took 0.23 s). */
    private static final int MAX_LENGTH = 40;

    /** A subscriber number without its area code. */
    private static final int MIN_LOCAL_DIGITS = 7;

    private static final Pattern EXTENSION = Pattern.compile("(?<=\\d)\\s*[\\p{L};,#].*", Pattern.DOTALL);
    private static final Pattern UNENCODED_PLUS = Pattern.compile("^ (?=[1-9])");
    private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^\\s*00(?=[1-9])");

    /** The long-distance prefix of several countries, which callers of Ukraine still write before the national prefix. */
    private static final Pattern LONG_DISTANCE_PREFIX = Pattern.compile("^\\s*8(?=\\D*0)");

    private static final String PLUS = "+";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private final @Nullable String defaultRegion;

    public PhoneNumbers(PhoneProperties properties) {
        this.defaultRegion = properties.defaultRegion();
    }

    /** The number in E.164; empty if it has no country code and the region is unknown, and if it is none. A text of over 40 characters is none. */
    public Optional<String> e164(String text) {
        var plain = UNENCODED_PLUS.matcher(text).replaceFirst(PLUS);
        return plain.matches(E164.REGEX) ? Optional.of(plain) : parse(plain).map(PhoneNumbers::format);
    }

    /** The digits under which the cache stores the number; null if it has none. */
    public @Nullable String storedDigits(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var digits = e164(text).map(PhoneNumbers::digits).orElseGet(() -> digits(withoutExtension(text)));
        return digits.isEmpty() ? null : digits;
    }

    /** All digits under which the cache may have stored the number, also before the region was known. */
    public Set<String> possibleDigits(String text) {
        var possible = new TreeSet<String>();
        possible.add(digits(withoutExtension(text)));
        e164(text).ifPresent(number -> {
            possible.add(digits(number));
            parse(number).ifPresent(parsed -> possible.addAll(nationalDigits(parsed)));
        });
        possible.remove("");
        return possible;
    }

    private static List<String> nationalDigits(PhoneNumber number) {
        var national = digits(LIBRARY.format(number, PhoneNumberFormat.NATIONAL));
        return List.of(national, "8" + national, LIBRARY.getNationalSignificantNumber(number));
    }

    /** Whether a stored number may be the number in E.164: false only if it is surely another one. */
    public boolean mayBe(String e164, String text) {
        var number = text.length() > MAX_LENGTH ? withoutExtension(text) : text;
        var stored = INTERNATIONAL_PREFIX.matcher(number).replaceFirst(PLUS);
        if (digits(e164).equals(digits(withoutExtension(stored)))) {
            return true;
        }
        var wanted = parse(e164, null);
        return wanted.isPresent()
                && parse(
                                stored,
                                LIBRARY.getRegionCodeForCountryCode(wanted.get().getCountryCode()))
                        .filter(parsed ->
                                isSame(wanted.get(), parsed, digits(e164).length()))
                        .isPresent();
    }

    private static boolean isSame(PhoneNumber wanted, PhoneNumber stored, int digitsOfWanted) {
        return switch (LIBRARY.isNumberMatch(wanted, stored)) {
            case EXACT_MATCH, NSN_MATCH -> true;
            case SHORT_NSN_MATCH -> {
                var length = LIBRARY.getNationalSignificantNumber(stored).length();
                yield length >= MIN_LOCAL_DIGITS && length <= digitsOfWanted;
            }
            case NO_MATCH, NOT_A_NUMBER -> false;
        };
    }

    /** A number without a country code must be valid in the region: it may as well be a number of another one. */
    private Optional<PhoneNumber> parse(String text) {
        var isInternational = CompatibleText.of(text).strip().startsWith("+")
                || INTERNATIONAL_PREFIX.matcher(text).find();
        var number = parse(INTERNATIONAL_PREFIX.matcher(text).replaceFirst(PLUS), defaultRegion);
        return isInternational
                ? number.filter(parsed -> LIBRARY.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE)
                : number.filter(LIBRARY::isValidNumber)
                        .or(() -> parse(LONG_DISTANCE_PREFIX.matcher(text).replaceFirst(""), defaultRegion)
                                .filter(LIBRARY::isValidNumber));
    }

    private static Optional<PhoneNumber> parse(String text, @Nullable String region) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LIBRARY.parse(text, region).clearExtension());
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String format(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.E164);
    }

    /** The digits as they are written, without an extension. */
    static String plainDigits(String text) {
        return digits(withoutExtension(text));
    }

    private static String withoutExtension(String text) {
        return EXTENSION.matcher(text).replaceFirst("");
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}

package io.leeloogateway.audit.store;

import java.util.Locale;

/** Brings phone numbers and e-mail addresses into one spelling. */
public final class ContactNormalizer {

    private ContactNormalizer() {}

    /** Keeps only the digits. A number with letters, like {@code anonymous}, is kept as a whole. */
    public static String phone(String number) {
        var isName = number.chars().anyMatch(Character::isLetter);
        return "phone " + (isName ? number.strip().toLowerCase(Locale.ROOT) : number.replaceAll("\\D", ""));
    }

    public static String email(String address) {
        return "email " + address.strip().toLowerCase(Locale.ROOT);
    }
}

package io.leeloogateway.audit.store;

import java.util.Locale;

/** Ways to reach somebody, each in one spelling. */
public final class ContactNormalizer {

    private ContactNormalizer() {}

    /** Digits only; where there are letters, as in {@code anonymous}, all of it. */
    public static String phone(String number) {
        var isName = number.chars().anyMatch(Character::isLetter);
        return "phone " + (isName ? number.strip().toLowerCase(Locale.ROOT) : number.replaceAll("\\D", ""));
    }

    public static String email(String address) {
        return "email " + address.strip().toLowerCase(Locale.ROOT);
    }
}

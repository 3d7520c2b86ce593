package io.leeloogateway.audit;

import java.util.Locale;

/** Ways to reach somebody, each in one spelling. */
final class Contacts {

    private Contacts() {}

    /** Digits only; where there are letters, as in {@code anonymous}, all of it. */
    static String phone(String number) {
        var isName = number.chars().anyMatch(Character::isLetter);
        return "phone " + (isName ? number.strip().toLowerCase(Locale.ROOT) : number.replaceAll("\\D", ""));
    }

    static String email(String address) {
        return "email " + address.strip().toLowerCase(Locale.ROOT);
    }
}

package io.leeloogateway.audit;

import java.util.Locale;

/** Ways to reach somebody, each in one spelling. */
final class Contacts {

    private Contacts() {}

    static String phone(String number) {
        return "phone " + number.replaceAll("\\D", "");
    }

    static String email(String address) {
        return "email " + address.strip().toLowerCase(Locale.ROOT);
    }
}

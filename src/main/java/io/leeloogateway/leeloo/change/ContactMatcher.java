package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.Nullable;

/** When two ways to reach somebody are one; Leeloo may spell them otherwise than it was told. */
final class ContactMatcher {

    private ContactMatcher() {}

    static boolean isSamePhone(String wanted, @Nullable String found) {
        return found != null && digits(wanted).equals(digits(found));
    }

    static boolean isSameEmail(String wanted, @Nullable String found) {
        return found != null && wanted.strip().equalsIgnoreCase(found.strip());
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}

package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.Nullable;

/** Compares phones and e-mails, which Leeloo may store in another spelling than it received. */
final class ContactMatcher {

    private ContactMatcher() {}

    static boolean isSamePhone(String expected, @Nullable String actual) {
        return actual != null && digits(expected).equals(digits(actual));
    }

    static boolean isSameEmail(String expected, @Nullable String actual) {
        return actual != null && expected.strip().equalsIgnoreCase(actual.strip());
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}

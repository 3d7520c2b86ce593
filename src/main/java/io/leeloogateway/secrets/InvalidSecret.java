package io.leeloogateway.secrets;

/** A secret in the settings is missing, too short or not printable; the gateway does not start. */
public final class InvalidSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int MIN_LENGTH = 32;

    private InvalidSecret(String message) {
        super(message);
    }

    public static InvalidSecret missing(String variable) {
        return new InvalidSecret(variable + " is not set");
    }

    public static InvalidSecret tooShort(String variable) {
        return new InvalidSecret(variable + " has fewer than " + MIN_LENGTH + " characters");
    }

    public static InvalidSecret notPrintable(String variable) {
        return new InvalidSecret(variable
                + " has characters other than printable ASCII, which not every HTTP client can send in a header");
    }
}

package io.leeloogateway.secrets;

/** A secret among the settings is missing, can be guessed or cannot be sent; the gateway does not start with it. */
public final class WeakSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int MIN_LENGTH = 32;

    private WeakSecret(String message) {
        super(message);
    }

    public static WeakSecret missing(String variable) {
        return new WeakSecret(variable + " is not set");
    }

    public static WeakSecret tooShort(String variable) {
        return new WeakSecret(variable + " has fewer than " + MIN_LENGTH + " characters");
    }

    public static WeakSecret notPrintable(String variable) {
        return new WeakSecret(variable + " has characters other than printable ASCII, which not every header carries");
    }
}

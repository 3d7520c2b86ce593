package io.leeloogateway.secrets;

/** A secret in the settings is missing or unusable; the gateway does not start. */
public final class InvalidSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int MIN_LENGTH = 32;

    private static final String NEW_SECRET = "Set it to at least " + MIN_LENGTH
            + " random letters and digits, for example the output of: openssl rand -hex 32";
    private static final String NO_PLACEHOLDER =
            "Set it to a value without ${. A configuration file may refer to a variable"
                    + " that holds the whole secret: ${VARIABLE}";

    private final String action;

    private InvalidSecret(String message, String action) {
        super(message);
        this.action = action;
    }

    public static InvalidSecret missing(String variable) {
        return new InvalidSecret(variable + " is not set", NEW_SECRET);
    }

    public static InvalidSecret tooShort(String variable) {
        return new InvalidSecret(variable + " has fewer than " + MIN_LENGTH + " characters", NEW_SECRET);
    }

    public static InvalidSecret unusable(String variable, String flaw) {
        return new InvalidSecret(variable + " " + flaw, NEW_SECRET);
    }

    static InvalidSecret withPlaceholder(String variable) {
        return new InvalidSecret(
                variable + " contains ${, which would be replaced by the value of another variable", NO_PLACEHOLDER);
    }

    String action() {
        return action;
    }
}

package io.leeloogateway.lifecycle;

/** The gateway does not start like this; its message is all that an operator has to read. */
final class InvalidConfiguration extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    InvalidConfiguration(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}

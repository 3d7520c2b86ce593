package io.leeloogateway.lifecycle;

/** The configuration does not allow a start. The message and the action tell the operator how to correct it. */
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

package io.leeloogateway.request;

/** A cursor that the gateway did not issue. */
public final class UnknownCursor extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownCursor() {
        super("must be a nextCursor of this list");
    }
}

package io.leeloogateway.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A response cannot be written to the end: its caller left, or read so slowly that the connection was closed. */
public final class ConnectionLost extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    public ConnectionLost(IOException cause) {
        super(cause);
    }
}

package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.http.Reply;

/** The requested fault does not exist, or its number is out of bounds. */
public final class UnknownFault extends RuntimeException {

    private UnknownFault(String message) {
        super(message);
    }

    static UnknownFault named(String name) {
        return new UnknownFault("unknown fault \"" + name + "\"; known are: " + FaultKind.names());
    }

    static UnknownFault withNumber(String number) {
        return new UnknownFault("the number of a fault must be 0 to 999999999, not \"" + number + "\"");
    }

    public Reply reply() {
        return Reply.text(400, Reply.TEXT, String.valueOf(getMessage()));
    }
}

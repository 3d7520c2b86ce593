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

    static UnknownFault withNumber(FaultKind kind) {
        return new UnknownFault("the number of the fault " + kind.wireName() + " must be 0 to " + kind.max());
    }

    static UnknownFault queueFull(int max) {
        return new UnknownFault("at most " + max + " faults are queued; DELETE /sandbox/faults removes them");
    }

    public Reply reply() {
        return Reply.text(400, Reply.TEXT, String.valueOf(getMessage()));
    }
}

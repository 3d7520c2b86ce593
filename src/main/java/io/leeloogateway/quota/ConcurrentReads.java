package io.leeloogateway.quota;

import java.util.HashMap;
import java.util.Map;

/** Counts the reads of each client that are at Leeloo, and limits them: a client's slow reads leave connections for others. */
final class ConcurrentReads {

    private final int limit;
    private final Map<String, Integer> reads = new HashMap<>();

    ConcurrentReads(int limit) {
        this.limit = limit;
    }

    /** The number of reads of the client that may start now. Changes are not limited. */
    int free(CallClass callClass, ClientShare client) {
        return callClass == CallClass.INTERACTIVE_CHANGE
                ? Integer.MAX_VALUE
                : Math.max(0, limit - reads.getOrDefault(client.id(), 0));
    }

    void start(WaitingCall call) {
        if (call.callClass() != CallClass.INTERACTIVE_CHANGE) {
            reads.merge(call.client().id(), 1, Integer::sum);
        }
    }

    void end(WaitingCall call) {
        if (call.callClass() != CallClass.INTERACTIVE_CHANGE) {
            reads.computeIfPresent(call.client().id(), (_, number) -> number == 1 ? null : number - 1);
        }
    }
}

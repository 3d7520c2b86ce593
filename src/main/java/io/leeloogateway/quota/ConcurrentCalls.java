package io.leeloogateway.quota;

import java.util.HashMap;
import java.util.Map;

/** Counts the calls of each client that are at Leeloo, and limits them: a client's slow calls leave connections for others. */
final class ConcurrentCalls {

    private final int mostReads;
    private final int mostChanges;
    private final Map<Key, Integer> running = new HashMap<>();

    /** Reads and changes have connections of their own. */
    private record Key(boolean isChange, String clientId) {

        static Key of(CallClass callClass, ClientShare client) {
            return new Key(callClass == CallClass.INTERACTIVE_CHANGE, client.id());
        }
    }

    ConcurrentCalls(int mostReads, int mostChanges) {
        this.mostReads = mostReads;
        this.mostChanges = mostChanges;
    }

    /** The number of calls of the client that may start now. */
    int free(CallClass callClass, ClientShare client) {
        var key = Key.of(callClass, client);
        return Math.max(0, (key.isChange ? mostChanges : mostReads) - running.getOrDefault(key, 0));
    }

    void start(WaitingCall call) {
        running.merge(Key.of(call.callClass(), call.client()), 1, Integer::sum);
    }

    void end(WaitingCall call) {
        running.computeIfPresent(
                Key.of(call.callClass(), call.client()), (_, number) -> number == 1 ? null : number - 1);
    }
}

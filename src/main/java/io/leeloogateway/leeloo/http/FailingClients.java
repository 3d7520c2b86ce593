package io.leeloogateway.leeloo.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When a call of each client failed last, for a while. */
final class FailingClients {

    private final long forgottenNanos;
    private final Map<String, Long> latest = new HashMap<>();

    FailingClients(Duration forgotten) {
        this.forgottenNanos = forgotten.toNanos();
    }

    synchronized void add(String client, long now) {
        latest.put(client, now);
    }

    /** A client that goes on after a failure, and is refused, does not start anew. */
    synchronized void renew(String client, long now) {
        latest.computeIfPresent(client, (_, nanos) -> now - nanos > forgottenNanos ? nanos : now);
    }

    /** Whether calls of others have failed, and none of the caller. */
    synchronized boolean areOthersThan(String caller, long now) {
        latest.values().removeIf(nanos -> now - nanos > forgottenNanos);
        return !latest.isEmpty() && !latest.containsKey(caller);
    }
}

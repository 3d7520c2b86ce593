package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.UsageWindow;
import java.util.HashMap;
import java.util.Map;

/** Counts the calls of the last minute by client. */
final class ClientUsage {

    private final Map<ClientShare, UsageWindow> clients = new HashMap<>();

    void count(ClientShare client, long now) {
        clients.computeIfAbsent(client, _ -> new UsageWindow()).add(now, 1);
    }

    /** The number of calls by client; only clients with calls. */
    Map<ClientShare, Integer> at(long now) {
        clients.values().forEach(window -> window.expire(now));
        clients.values().removeIf(window -> window.total() == 0);
        var calls = new HashMap<ClientShare, Integer>();
        clients.forEach((client, window) -> calls.put(client, window.total()));
        return new HashMap<>(calls);
    }
}

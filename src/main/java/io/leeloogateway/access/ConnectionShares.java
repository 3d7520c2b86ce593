package io.leeloogateway.access;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the requests of each client that are in progress. Together they may hold three quarters of the connections, because a proxy opens fewer
 * than the gateway accepts. A client may have a quarter of what the others leave of these, so that some are free however many clients take
 * as many as they may.
 */
final class ConnectionShares {

    private static final int SHARE = 4;

    private final int places;
    private final Map<String, Integer> byClient = new HashMap<>();
    private int all;

    ConnectionShares(int connections) {
        this.places = connections - connections / 4;
    }

    /** Without effect if the client may have no more. */
    synchronized boolean tryTake(String clientId) {
        var own = byClient.getOrDefault(clientId, 0);
        var leftByOthers = places - (all - own);
        if (own >= Math.max(1, leftByOthers / SHARE)) {
            return false;
        }
        byClient.put(clientId, own + 1);
        all++;
        return true;
    }

    synchronized void giveBack(String clientId) {
        byClient.computeIfPresent(clientId, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }
}

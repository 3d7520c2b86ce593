package io.leeloogateway.quota;

import java.util.HashMap;
import java.util.Map;

/** Counts the calls of each client on connections that all clients share, and limits them: a client's slow calls leave connections for others. */
final class SharedConnections {

    private final int connections;
    private final int mostOfClient;
    private final Map<String, Integer> running = new HashMap<>();
    private int used;

    SharedConnections(int connections, int mostOfClient) {
        this.connections = connections;
        this.mostOfClient = mostOfClient;
    }

    /**
     * The number of calls of the client that may start now. A client's only call may use any connection. Further ones leave a quarter of the
     * connections free as long as the client has few, and half of them otherwise.
     */
    int free(String clientId) {
        var own = running.getOrDefault(clientId, 0);
        var unused = connections - used;
        var only = own == 0 ? Math.min(1, unused) : 0;
        var few = Math.min(Math.min(mostOfClient, connections / 8) - own, unused - connections / 4);
        var many = Math.min(mostOfClient - own, unused - connections / 2);
        return Math.max(only, Math.max(few, many));
    }

    void start(String clientId) {
        running.merge(clientId, 1, Integer::sum);
        used++;
    }

    void end(String clientId) {
        running.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        used--;
    }
}

package io.leeloogateway.quota.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of one class, or of one priority, that wait in a replica.
 *
 * @param clients their clients with their weights
 */
public record Demand(int calls, Map<String, Integer> clients) {

    public Demand {
        clients = Map.copyOf(clients);
    }

    Demand plus(Demand other) {
        var all = new HashMap<>(clients);
        all.putAll(other.clients);
        return new Demand(calls + other.calls, all);
    }

    /** The weight of this demand beside other demands: a client that waits in several replicas has a part of its weight in each. */
    public double weightBeside(List<Demand> others) {
        return clients.entrySet().stream()
                .mapToDouble(client -> (double) client.getValue() / (1 + replicasWith(client.getKey(), others)))
                .sum();
    }

    /** The number of demands with a client. */
    public static long replicasWith(String clientId, List<Demand> demands) {
        return demands.stream()
                .filter(demand -> demand.clients.containsKey(clientId))
                .count();
    }
}

package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Demand;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The waiting calls of one class, in weighted fair order: each client gets its part while it has calls, whatever the others have. */
final class ClassQueue {

    private final Map<String, ClientQueue> clients = new LinkedHashMap<>();

    /** The virtual time. A client that comes back starts from here, so that it neither saves up nor owes anything. */
    private double pass;

    void add(WaitingCall call) {
        clients.computeIfAbsent(call.client().id(), _ -> new ClientQueue(call.client(), pass))
                .add(call);
    }

    Optional<WaitingCall> poll(ConcurrentCalls concurrent, List<Demand> others) {
        return clients.values().stream()
                .filter(queue -> queue.startable(concurrent) > 0)
                .min(Comparator.comparingDouble(ClientQueue::pass))
                .map(next -> {
                    pass = next.pass();
                    var call = next.poll(1 + Demand.replicasWith(next.clientId(), others));
                    forget(call, next);
                    return call;
                });
    }

    boolean remove(WaitingCall call) {
        var queue = clients.get(call.client().id());
        if (queue == null || !queue.remove(call)) {
            return false;
        }
        forget(call, queue);
        return true;
    }

    /** The number of calls that start before the next call of a client. */
    int ahead(ClientShare client, ConcurrentCalls concurrent) {
        var own = waiting(client.id());
        return own
                + clients.entrySet().stream()
                        .filter(other -> !other.getKey().equals(client.id()))
                        .map(Map.Entry::getValue)
                        .mapToInt(other -> Math.min(
                                other.competing(concurrent), Math.ceilDiv((own + 1) * other.weight(), client.weight())))
                        .sum();
    }

    int waiting(String clientId) {
        var queue = clients.get(clientId);
        return queue == null ? 0 : queue.size();
    }

    int size() {
        return clients.values().stream().mapToInt(ClientQueue::size).sum();
    }

    int competing(ConcurrentCalls concurrent) {
        return clients.values().stream()
                .mapToInt(queue -> queue.competing(concurrent))
                .sum();
    }

    /** The calls that may start, and the weight of their clients. */
    Demand demand(ConcurrentCalls concurrent) {
        var startable = clients.values().stream()
                .filter(queue -> queue.startable(concurrent) > 0)
                .toList();
        return new Demand(
                startable.stream()
                        .mapToInt(queue -> queue.startable(concurrent))
                        .sum(),
                startable.stream().collect(Collectors.toMap(ClientQueue::clientId, ClientQueue::weight)));
    }

    int weight() {
        return clients.values().stream().mapToInt(ClientQueue::weight).sum();
    }

    Optional<WaitingCall> oldest() {
        return clients.values().stream()
                .map(ClientQueue::oldest)
                .min(Comparator.comparingLong(WaitingCall::sinceNanos));
    }

    /** The client with the most waiting calls for its weight. */
    Optional<ClientQueue> longest() {
        return clients.values().stream()
                .max(Comparator.comparingDouble(queue -> (double) queue.size() / queue.weight()));
    }

    Stream<WaitingCall> calls() {
        return clients.values().stream().flatMap(queue -> queue.calls().stream());
    }

    private void forget(WaitingCall call, ClientQueue queue) {
        if (queue.isEmpty()) {
            clients.remove(call.client().id());
        }
    }
}

package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Demand;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The waiting calls of one priority, in weighted fair order: each client gets its part while it has calls, whatever the others have. */
final class FairQueue {

    /** A client that used less than its share has at most so many calls to spare: a change and a read after it. */
    private static final int SAVINGS = 2;

    /** So many changes, of all clients together, may start one after the other before reads of others that have waited as long. */
    private static final int HEAD_START = 3;

    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;

    private final Map<String, ClientQueue> clients = new LinkedHashMap<>();

    /** What the clients without waiting calls have had, so that nobody gains by waiting with one call only. */
    private final Map<String, Double> passes = new HashMap<>();

    /** The virtual time: what the clients with waiting calls have had for their weights. */
    private double time;

    /** When a call waited last. */
    private long busyNanos;

    /** The changes that started while reads of others waited, since one of these started. */
    private int early;

    FairQueue(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(WaitingCall call) {
        busyNanos = nanoTime.getAsLong();
        clients.computeIfAbsent(call.client().id(), _ -> new ClientQueue(call.client(), passOf(call.client())))
                .add(call);
    }

    private double passOf(ClientShare client) {
        var earliest = time - (double) SAVINGS / client.weight();
        return Math.max(earliest, passes.getOrDefault(client.id(), earliest));
    }

    Optional<WaitingCall> poll(ConcurrentCalls concurrent, List<Demand> others) {
        var headStart = headStart();
        return clients.values().stream()
                .filter(queue -> queue.startable(concurrent) > 0)
                .min(Comparator.comparingDouble(queue -> queue.turn(headStart, concurrent)))
                .map(next -> {
                    time = Math.max(time, next.turn(headStart, concurrent));
                    early = isEarly(next, concurrent) ? early + 1 : 0;
                    var call = next.poll(concurrent, 1 + Demand.replicasWith(next.clientId(), others));
                    forget(next);
                    return call;
                });
    }

    boolean remove(WaitingCall call) {
        var queue = clients.get(call.client().id());
        if (queue == null || !queue.remove(call)) {
            return false;
        }
        forget(queue);
        return true;
    }

    /** The number of calls that start before the next call of a client. */
    int ahead(CallClass callClass, ClientShare client, ConcurrentCalls concurrent) {
        var queue = clients.get(client.id());
        var own = queue == null ? 0 : queue.preceding(callClass, concurrent);
        var pass = queue == null ? passOf(client) : queue.pass();
        var headStart = headStart();
        var turn = ClientQueue.turn(pass, own, callClass, headStart, client);
        var withHeadStart = sum(client, other -> other.until(turn, headStart, concurrent));
        if (callClass == CallClass.INTERACTIVE_CHANGE) {
            return own + withHeadStart;
        }
        var inTurn = sum(client, other -> other.until(turn, 0, concurrent));
        var reads = sum(client, other -> other.readsUntil(turn, concurrent));
        return own + Math.min(withHeadStart, inTurn + headStart + HEAD_START * reads);
    }

    private int sum(ClientShare client, ToIntFunction<ClientQueue> calls) {
        return clients.values().stream()
                .filter(other -> !other.clientId().equals(client.id()))
                .mapToInt(calls)
                .sum();
    }

    private int headStart() {
        return Math.max(0, HEAD_START - early);
    }

    /** Whether the next call of a client is a change while reads of others wait. */
    private boolean isEarly(ClientQueue next, ConcurrentCalls concurrent) {
        return next.startable(CallClass.INTERACTIVE_CHANGE, concurrent) > 0
                && clients.values().stream().anyMatch(other -> other != next && other.hasStartableRead(concurrent));
    }

    /** After a second in which no call waited, what each client has had no longer counts. */
    void forgetPassesIfIdle() {
        if (clients.isEmpty() && nanoTime.getAsLong() - busyNanos > IDLE_NANOS) {
            passes.clear();
        }
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    int competing(ConcurrentCalls concurrent) {
        return clients.values().stream()
                .mapToInt(queue -> queue.competing(concurrent))
                .sum();
    }

    /** The calls of a class that may start, and the weight of their clients. */
    Demand demand(CallClass callClass, ConcurrentCalls concurrent) {
        var startable = clients.values().stream()
                .filter(queue -> queue.startable(callClass, concurrent) > 0)
                .toList();
        var turns = startable.stream()
                .mapToInt(queue -> queue.startable(callClass, concurrent))
                .sum();
        var calls = WaitingCall.count(startable.stream().flatMap(queue -> queue.waiting(callClass).stream()));
        return new Demand(
                Math.min(turns, calls),
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
        return clients.values().stream().flatMap(ClientQueue::calls);
    }

    private void forget(ClientQueue queue) {
        busyNanos = nanoTime.getAsLong();
        passes.values().removeIf(pass -> pass <= time - SAVINGS);
        if (queue.isEmpty()) {
            clients.remove(queue.clientId());
            passes.put(queue.clientId(), queue.pass());
        }
    }
}

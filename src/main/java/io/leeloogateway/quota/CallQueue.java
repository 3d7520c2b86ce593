package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Demand;
import io.leeloogateway.request.Priority;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The waiting calls of this replica: the most urgent priority first, within a priority in weighted fair order. */
final class CallQueue {

    /** A call that has waited this long is aged: one of {@link #AGEING} permits goes to aged calls, whatever their priority. */
    private static final long AGED_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int AGEING = 20;

    private final Map<Priority, FairQueue> queues = new EnumMap<>(Priority.class);
    private int untilAged = AGEING;

    CallQueue(LongSupplier nanoTime) {
        for (var priority : Priority.values()) {
            queues.put(priority, new FairQueue(nanoTime));
        }
    }

    void add(WaitingCall call) {
        of(call.callClass()).add(call);
    }

    void forgetPassesIfIdle() {
        queues.values().forEach(FairQueue::forgetPassesIfIdle);
    }

    boolean remove(WaitingCall call) {
        return of(call.callClass()).remove(call);
    }

    boolean contains(WaitingCall call) {
        return calls().contains(call);
    }

    /** Whether the call waits at the turn of any client. */
    boolean containsAnyOf(WaitingCall call) {
        return calls().stream().anyMatch(call::isSameCall);
    }

    /** Removes the call from the queues of all clients; returns whether it was in one. */
    boolean removeAll(WaitingCall call) {
        var same = calls().stream().filter(call::isSameCall).toList();
        same.forEach(this::remove);
        return !same.isEmpty();
    }

    Optional<WaitingCall> poll(long now, ConcurrentCalls concurrent, List<List<Demand>> others) {
        if (--untilAged <= 0) {
            untilAged = AGEING;
            var aged = aged(now, concurrent);
            if (aged.isPresent()) {
                remove(aged.get());
                return aged;
            }
        }
        return queues.entrySet().stream()
                .flatMap(entry -> entry.getValue().poll(concurrent, at(entry.getKey(), others)).stream())
                .findFirst();
    }

    private static List<Demand> at(Priority priority, List<List<Demand>> others) {
        return others.stream().map(replica -> replica.get(priority.rank())).toList();
    }

    /** The number of calls that start before the next call of a client, at most all. */
    int ahead(CallClass callClass, ClientShare client, ConcurrentCalls concurrent) {
        var urgent = queues.entrySet().stream()
                .filter(other -> other.getKey().compareTo(callClass.priority()) < 0)
                .mapToInt(other -> other.getValue().competing(concurrent))
                .sum();
        return Math.min(size(), urgent + of(callClass).ahead(callClass, client, concurrent));
    }

    /** The number of calls; one that waits at the turns of several clients counts once. */
    int size() {
        return WaitingCall.count(queues.values().stream().flatMap(FairQueue::calls));
    }

    boolean isEmpty() {
        return queues.values().stream().allMatch(FairQueue::isEmpty);
    }

    FairQueue of(CallClass callClass) {
        return Objects.requireNonNull(queues.get(callClass.priority()));
    }

    /** By class; an aged call counts as an interactive read, so that the other replicas leave room for it. */
    List<Demand> demand(long now, ConcurrentCalls concurrent) {
        var aged = aged(now, concurrent).isPresent() ? 1 : 0;
        return Stream.of(CallClass.values())
                .map(callClass -> {
                    var demand = of(callClass).demand(callClass, concurrent);
                    var extra = callClass == CallClass.INTERACTIVE_READ ? aged : 0;
                    return new Demand(demand.calls() + extra, demand.clients());
                })
                .toList();
    }

    /** The call that gives way to a new call in a full queue: the newest one of the client with the most calls at the least urgent priority. */
    Optional<WaitingCall> last() {
        return queues.values().stream()
                .flatMap(queue -> queue.longest().stream())
                .reduce((_, last) -> last)
                .map(ClientQueue::newest);
    }

    List<WaitingCall> calls() {
        return queues.values().stream().flatMap(FairQueue::calls).toList();
    }

    private Optional<WaitingCall> aged(long now, ConcurrentCalls concurrent) {
        return Stream.of(CallClass.BACKGROUND, CallClass.SYNCHRONIZATION)
                .flatMap(callClass -> of(callClass).oldest().stream())
                .filter(call -> concurrent.free(call.callClass(), call.client()) > 0)
                .filter(call -> now - call.sinceNanos() > AGED_NANOS)
                .min(Comparator.comparingLong(WaitingCall::sinceNanos));
    }
}

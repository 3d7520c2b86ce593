package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.MemoryLedgerStore;
import io.leeloogateway.request.ClientTags;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.StartLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Replicas on a virtual clock, which report as often as real ones while their calls wait; Leeloo counts the arrivals. */
final class VirtualReplicas {

    static final int LIMIT = 300;
    private static final long STEP = Duration.ofMillis(10).toNanos();
    private static final long CALL = Duration.ofMillis(60).toNanos();

    final AtomicLong nanos = new AtomicLong(Duration.ofHours(5).toNanos());
    final MemoryLedgerStore store = new MemoryLedgerStore(nanos::get);
    final List<Quota> replicas = new ArrayList<>();
    final List<Arrival> arrivals = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final PriorityQueue<InFlight> inFlight = new PriorityQueue<>(Comparator.comparingLong(InFlight::end));
    private final Set<String> hanging = new HashSet<>();
    private final Map<Quota, Long> nextReports = new HashMap<>();

    /** A call that reached Leeloo. */
    record Arrival(String client, CallClass callClass, long atMillis, long waitedMillis) {}

    private record Waiting(Quota quota, WaitingCall call) {}

    private record InFlight(Quota quota, Permit permit, long end) {}

    VirtualReplicas(int number) {
        for (var i = 0; i < number; i++) {
            add();
        }
    }

    Quota add() {
        var quota = new Quota(
                new QuotaProperties(LIMIT, 12, 6, 1_000),
                new CallConnections(32, 16),
                store,
                new QuotaMetrics(new SimpleMeterRegistry(), new ClientTags(), new CallCounter()),
                nanos::get);
        replicas.add(quota);
        return quota;
    }

    /** Dies without a word. */
    void kill(Quota quota) {
        replicas.remove(quota);
        waiting.removeIf(call -> call.quota().equals(quota));
    }

    /** The calls of a client do not end. */
    void hang(String client) {
        hanging.add(client);
    }

    void stop(Quota quota) {
        replicas.remove(quota);
        waiting.removeIf(call -> call.quota().equals(quota));
        quota.reporter().stop();
    }

    /** Lets a client ask; empty if the call is refused at once. */
    Optional<QuotaExhausted> ask(Quota quota, CallClass callClass, String client, int weight, Duration patience) {
        try {
            var startBy = new Deadline(nanos.get() + patience.toNanos());
            var call = quota.scheduler().submit(callClass, new ClientShare(client, weight), new StartLimit(startBy));
            waiting.add(new Waiting(quota, call));
            return Optional.empty();
        } catch (QuotaExhausted e) {
            return Optional.of(e);
        }
    }

    long millis() {
        return nanos.get() / 1_000_000;
    }

    void elapse(Duration time) {
        for (var end = nanos.get() + time.toNanos(); nanos.get() < end; ) {
            step();
        }
    }

    void step() {
        nanos.addAndGet(STEP);
        while (!inFlight.isEmpty() && inFlight.peek().end() <= nanos.get()) {
            inFlight.poll().permit().close();
        }
        for (var quota : List.copyOf(replicas)) {
            if (nextReports.getOrDefault(quota, 0L) <= nanos.get()) {
                quota.reporter().report();
                nextReports.put(quota, nanos.get() + (quota.scheduler().isWaiting() ? 10 : 100) * STEP);
            }
        }
        var ready = new ArrayDeque<Waiting>();
        waiting.removeIf(call -> {
            var isDone = call.call().permit().isDone();
            if (isDone && !call.call().permit().isCompletedExceptionally()) {
                ready.add(call);
            }
            return isDone || isLate(call);
        });
        ready.forEach(this::send);
    }

    private boolean isLate(Waiting call) {
        return call.call().nanosLeft(nanos.get()) <= 0
                && call.quota().scheduler().giveUp(call.call());
    }

    private void send(Waiting call) {
        var waited = (nanos.get() - call.call().sinceNanos()) / 1_000_000;
        arrivals.add(new Arrival(call.call().client().id(), call.call().callClass(), millis(), waited));
        var end = hanging.contains(call.call().client().id()) ? Long.MAX_VALUE : nanos.get() + CALL;
        inFlight.add(new InFlight(call.quota(), call.call().permit().join(), end));
    }

    /** The most arrivals in any 60 seconds. */
    int busiestWindow() {
        var most = 0;
        var first = 0;
        for (var last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(last).atMillis() - arrivals.get(first).atMillis() >= 60_000) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The wait that the given part of the clients' calls does not exceed, in milliseconds. */
    long waitOf(List<String> clients, double part) {
        var waits = arrivals.stream()
                .filter(call -> clients.contains(call.client()))
                .map(Arrival::waitedMillis)
                .sorted()
                .toList();
        return waits.get((int) Math.ceil(part * waits.size()) - 1);
    }

    long callsOf(String client) {
        return arrivals.stream().filter(call -> call.client().equals(client)).count();
    }
}

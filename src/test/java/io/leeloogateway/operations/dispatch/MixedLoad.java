package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.GatewayResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends thirty changes and ten reads per second, without waiting for responses. Each goes to the gateway that the supplier names. */
final class MixedLoad implements AutoCloseable {

    static final int CHANGES_PER_SECOND = 30;

    private static final int READS_PER_SECOND = 10;

    /** A request and its response; status 0 without a response. */
    record Completed(String targetId, Instant startedAt, Duration duration, int status, String outcome) {

        boolean isApplied() {
            return status / 100 == 2;
        }

        boolean isRefused() {
            return status == 503 && outcome.equals("not_sent");
        }
    }

    private final List<Completed> changes = new CopyOnWriteArrayList<>();
    private final List<Completed> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    MixedLoad(GatewayProcessClient caller, Supplier<GatewayProcess> gateway) {
        schedule(CHANGES_PER_SECOND, () -> {
            var change = WantedChange.next(WantedChange.Kind.MESSAGE);
            record(
                    caller.send(gateway.get(), change, change.key() + "-" + UUID.randomUUID()),
                    change.targetId(),
                    changes);
        });
        schedule(READS_PER_SECOND, () -> record(caller.read(gateway.get(), "/api/v1/tags"), "tags", reads));
    }

    List<Completed> changes() {
        return List.copyOf(changes);
    }

    List<Completed> reads() {
        return List.copyOf(reads);
    }

    int sent() {
        return Math.toIntExact(sent.get() * (long) CHANGES_PER_SECOND / (CHANGES_PER_SECOND + READS_PER_SECOND));
    }

    boolean isCompleted() {
        return sent.get() == completed.get();
    }

    /** The time of the first success of a change that was sent after the given time. */
    Optional<Instant> firstAppliedAfter(Instant moment) {
        return changes.stream()
                .filter(change -> change.startedAt().isAfter(moment) && change.isApplied())
                .map(change -> change.startedAt().plus(change.duration()))
                .min(Instant::compareTo);
    }

    /** Requests that were sent may still complete. */
    void stopSending() {
        scheduler.shutdownNow();
    }

    @Override
    public void close() {
        stopSending();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the end of the test
    private void schedule(int perSecond, Runnable work) {
        scheduler.scheduleAtFixedRate(work, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
    }

    private void record(CompletableFuture<GatewayResponse> answer, String targetId, List<Completed> results) {
        var startedAt = Instant.now();
        var began = System.nanoTime();
        sent.incrementAndGet();
        var _ = answer.handle((reply, _) -> {
            var duration = Duration.ofNanos(System.nanoTime() - began);
            results.add(
                    reply == null
                            ? new Completed(targetId, startedAt, duration, 0, "")
                            : new Completed(targetId, startedAt, duration, reply.status(), reply.outcome()));
            return completed.incrementAndGet();
        });
    }
}

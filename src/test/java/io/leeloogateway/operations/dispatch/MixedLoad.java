package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.SharedKeyCaller;
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

/** Callers that do not wait for one another: thirty changes and ten reads a second, whatever the gateway does. */
final class MixedLoad implements AutoCloseable {

    static final int CHANGES_A_SECOND = 30;

    private static final int READS_A_SECOND = 10;

    /** A request and its answer; status 0 where there was none. */
    record Answered(String about, Instant at, Duration took, int status, String outcome) {

        boolean isApplied() {
            return status / 100 == 2;
        }

        boolean isRefused() {
            return status == 503 && outcome.equals("not_sent");
        }
    }

    private final List<Answered> changes = new CopyOnWriteArrayList<>();
    private final List<Answered> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

    MixedLoad(SharedKeyCaller caller, GatewayProcess gateway) {
        every(CHANGES_A_SECOND, () -> {
            var wish = WantedChange.next(WantedChange.Kind.MESSAGE);
            note(caller.ask(gateway, wish, wish.key() + "-" + UUID.randomUUID()), wish.about(), changes);
        });
        every(READS_A_SECOND, () -> note(caller.read(gateway, "/api/v1/tags"), "tags", reads));
    }

    List<Answered> changes() {
        return List.copyOf(changes);
    }

    List<Answered> reads() {
        return List.copyOf(reads);
    }

    int asked() {
        return Math.toIntExact(asked.get() * (long) CHANGES_A_SECOND / (CHANGES_A_SECOND + READS_A_SECOND));
    }

    boolean isAnswered() {
        return asked.get() == answered.get();
    }

    /** When the first change was answered well that was asked for after that moment. */
    Optional<Instant> firstAppliedAfter(Instant moment) {
        return changes.stream()
                .filter(change -> change.at().isAfter(moment) && change.isApplied())
                .map(change -> change.at().plus(change.took()))
                .min(Instant::compareTo);
    }

    /** What was asked may still be answered. */
    void askNoMore() {
        clock.shutdownNow();
    }

    @Override
    public void close() {
        askNoMore();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it runs until the end
    private void every(int aSecond, Runnable work) {
        clock.scheduleAtFixedRate(work, 0, TimeUnit.SECONDS.toMicros(1) / aSecond, TimeUnit.MICROSECONDS);
    }

    private void note(CompletableFuture<SharedKeyCaller.Heard> answer, String about, List<Answered> notes) {
        var at = Instant.now();
        var began = System.nanoTime();
        asked.incrementAndGet();
        var _ = answer.handle((heard, _) -> {
            var took = Duration.ofNanos(System.nanoTime() - began);
            notes.add(
                    heard == null
                            ? new Answered(about, at, took, 0, "")
                            : new Answered(about, at, took, heard.status(), heard.outcome()));
            return answered.incrementAndGet();
        });
    }
}

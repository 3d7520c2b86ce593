package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class SharedQueryTests {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final SharedQuery<Integer> shared =
            new SharedQuery<>(Duration.ofSeconds(15), Duration.ofMinutes(1), nanos::get);

    @Test
    void resultIsKept() {
        assertThat(shared.get(runs::incrementAndGet)).contains(1);

        pass(Duration.ofSeconds(14));
        assertThat(shared.get(runs::incrementAndGet)).contains(1);

        pass(Duration.ofSeconds(1));
        assertThat(shared.get(runs::incrementAndGet)).contains(2);
    }

    @Test
    void failureIsKept() {
        assertThat(shared.get(this::fail)).isEmpty();

        pass(Duration.ofSeconds(14));
        assertThat(shared.get(this::fail)).isEmpty();
        assertThat(runs).hasValue(1);

        pass(Duration.ofSeconds(1));
        assertThat(shared.get(runs::incrementAndGet)).contains(2);
    }

    @Test
    void previousResultIsGivenAfterAFailureUntilItIsTooOld() {
        shared.get(runs::incrementAndGet);
        pass(Duration.ofSeconds(40));

        assertThat(shared.get(this::fail)).contains(1);

        pass(Duration.ofSeconds(14));
        assertThat(shared.get(this::fail)).contains(1);
        assertThat(runs).hasValue(2);
        pass(Duration.ofSeconds(6));
        assertThat(shared.get(this::fail)).isEmpty();
        assertThat(runs).hasValue(3);
    }

    @Test
    void previousResultIsGivenWhileTheQueryRunsAgain() throws Exception {
        shared.get(runs::incrementAndGet);
        pass(Duration.ofSeconds(59));

        whileRunning(() -> assertThat(shared.get(runs::incrementAndGet)).contains(1));

        assertThat(shared.get(runs::incrementAndGet)).contains(2);
    }

    @Test
    void oldResultIsNotGiven() throws Exception {
        shared.get(runs::incrementAndGet);
        pass(Duration.ofMinutes(1));
        var waiting = new CompletableFuture<Optional<Integer>>();

        whileRunning(() -> {
            var thread = Thread.startVirtualThread(() -> waiting.complete(shared.get(runs::incrementAndGet)));
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        });

        assertThat(waiting.get()).contains(2);
    }

    @Test
    void callerWithoutAPermitGetsThePreviousResultAndTheNextOneTries() {
        assertThat(shared.get(this::refuse)).isEmpty();
        assertThat(shared.get(runs::incrementAndGet)).contains(2);
        pass(Duration.ofSeconds(15));

        assertThat(shared.get(this::refuse)).contains(2);
        assertThat(shared.get(runs::incrementAndGet)).contains(4);
    }

    @Test
    void forgottenResultIsNotGiven() {
        shared.get(runs::incrementAndGet);

        shared.forget();

        assertThat(shared.get(runs::incrementAndGet)).contains(2);
    }

    private void whileRunning(Runnable test) throws Exception {
        var began = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var query = CompletableFuture.supplyAsync(() -> shared.get(() -> {
            began.countDown();
            awaitUninterrupted(end);
            return runs.incrementAndGet();
        }));
        began.await();
        try {
            test.run();
        } finally {
            end.countDown();
        }
        query.get();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Integer fail() {
        throw new QueryTimeoutException("run " + runs.incrementAndGet());
    }

    private Integer refuse() {
        runs.incrementAndGet();
        throw new TooManyQueries();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

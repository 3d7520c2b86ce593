package io.leeloogateway.cache.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which concurrent look-ups share a batch. */
class BatchCoalescerTests {

    private final List<Set<Integer>> batches = new CopyOnWriteArrayList<>();
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger state = new AtomicInteger();
    private final BatchCoalescer<Integer, Integer> coalescer = new BatchCoalescer<>(this::lookUp);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        permits.release(1_000);
        threads.close();
    }

    @Test
    void singleLookUpStartsAtOnce() {
        permits.release();

        assertThat(coalescer.find(7)).contains(0);
    }

    @Test
    void missingValueIsEmpty() {
        permits.release();

        assertThat(coalescer.find(-1)).isEmpty();
    }

    @Test
    void lookUpsDuringABatchShareTheNextBatch() throws Exception {
        var first = threads.submit(() -> coalescer.find(0));
        await().until(() -> batches.size() == 1);
        var others = findAll(1, 50);
        state.set(1);

        permits.release(2);

        assertThat(first.get(5, SECONDS)).contains(0);
        for (var other : others) {
            assertThat(other.get(5, SECONDS)).contains(1);
        }
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).hasSize(50);
    }

    @Test
    void lookUpNeverJoinsABatchThatHasStarted() throws Exception {
        var before = threads.submit(() -> coalescer.find(5));
        await().until(() -> batches.size() == 1);
        var after = findAll(5, 1).getFirst();
        state.set(1);

        permits.release(2);

        assertThat(before.get(5, SECONDS)).contains(0);
        assertThat(after.get(5, SECONDS)).contains(1);
    }

    @Test
    void lookUpsThatWaitedForAFailedBatchFailAndLaterLookUpsSucceed() {
        var failing = threads.submit(() -> coalescer.find(1_300));
        await().until(() -> batches.size() == 1);
        var waiting = findAll(1, 3);

        permits.release();

        for (var each : waiting) {
            assertThatThrownBy(() -> each.get(5, SECONDS)).hasRootCauseMessage("look-up failed");
        }
        assertThatThrownBy(() -> failing.get(5, SECONDS)).hasRootCauseMessage("look-up failed");
        permits.release();
        assertThat(coalescer.find(2)).contains(0);
        assertThat(batches).hasSize(2);
    }

    private List<Future<Optional<Integer>>> findAll(int from, int count) {
        var before = coalescer.waiting();
        var keys = IntStream.range(from, from + count)
                .mapToObj(key -> threads.submit(() -> coalescer.find(key)))
                .toList();
        await().until(() -> coalescer.waiting() == before + count);
        return keys;
    }

    /** Reads the state when the batch starts. */
    private Map<Integer, Integer> lookUp(Set<Integer> keys) {
        batches.add(Set.copyOf(keys));
        var seen = state.get();
        permits.acquireUninterruptibly();
        if (keys.contains(1_300)) {
            throw new IllegalStateException("look-up failed");
        }
        return keys.stream().filter(key -> key >= 0).collect(toMap(key -> key, _ -> seen));
    }
}

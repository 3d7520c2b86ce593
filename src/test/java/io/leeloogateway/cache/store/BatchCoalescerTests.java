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

/** What one round of questions shares, and what it does not. */
class BatchCoalescerTests {

    private final List<Set<Integer>> asked = new CopyOnWriteArrayList<>();
    private final Semaphore mayAnswer = new Semaphore(0);
    private final AtomicInteger world = new AtomicInteger();
    private final BatchCoalescer<Integer, Integer> rounds = new BatchCoalescer<>(this::answer);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        mayAnswer.release(1_000);
        threads.close();
    }

    @Test
    void aQuestionThatWaitsForNobodyIsAskedAtOnce() {
        mayAnswer.release();

        assertThat(rounds.ask(7)).contains(0);
    }

    @Test
    void whatHasNoAnswerIsEmpty() {
        mayAnswer.release();

        assertThat(rounds.ask(-1)).isEmpty();
    }

    @Test
    void whatComesMeanwhileGoesAlongInTheNextRound() throws Exception {
        var first = threads.submit(() -> rounds.ask(0));
        await().until(() -> asked.size() == 1);
        var others = askAll(1, 50);
        world.set(1);

        mayAnswer.release(2);

        assertThat(first.get(5, SECONDS)).contains(0);
        for (var other : others) {
            assertThat(other.get(5, SECONDS)).contains(1);
        }
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).hasSize(50);
    }

    @Test
    void theSameQuestionGetsNoAnswerFromBeforeItWasAsked() throws Exception {
        var before = threads.submit(() -> rounds.ask(5));
        await().until(() -> asked.size() == 1);
        var after = askAll(5, 1).getFirst();
        world.set(1);

        mayAnswer.release(2);

        assertThat(before.get(5, SECONDS)).contains(0);
        assertThat(after.get(5, SECONDS)).contains(1);
    }

    @Test
    void whoWaitedForARoundThatFailedFailsWithItAndTheNextIsAskedAnew() {
        var failing = threads.submit(() -> rounds.ask(1_300));
        await().until(() -> asked.size() == 1);
        var waiting = askAll(1, 3);

        mayAnswer.release();

        for (var each : waiting) {
            assertThatThrownBy(() -> each.get(5, SECONDS)).hasRootCauseMessage("unlucky");
        }
        assertThatThrownBy(() -> failing.get(5, SECONDS)).hasRootCauseMessage("unlucky");
        mayAnswer.release();
        assertThat(rounds.ask(2)).contains(0);
        assertThat(asked).hasSize(2);
    }

    private List<Future<Optional<Integer>>> askAll(int from, int count) {
        var before = rounds.waiting();
        var questions = IntStream.range(from, from + count)
                .mapToObj(question -> threads.submit(() -> rounds.ask(question)))
                .toList();
        await().until(() -> rounds.waiting() == before + count);
        return questions;
    }

    /** Sees the world as it is when it is asked. */
    private Map<Integer, Integer> answer(Set<Integer> questions) {
        asked.add(Set.copyOf(questions));
        var seen = world.get();
        mayAnswer.acquireUninterruptibly();
        if (questions.contains(1_300)) {
            throw new IllegalStateException("unlucky");
        }
        return questions.stream().filter(question -> question >= 0).collect(toMap(question -> question, _ -> seen));
    }
}

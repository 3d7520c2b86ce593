package io.leeloogateway.cache.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Asks for many at once: what comes while one round of questions is being answered goes along in the next; nobody gets an answer from before. */
final class BatchCoalescer<Q, A> {

    private final Function<Set<Q>, Map<Q, A>> respondent;
    private final ReentrantLock turn = new ReentrantLock();
    private Round<Q, A> next = new Round<>();

    BatchCoalescer(Function<Set<Q>, Map<Q, A>> respondent) {
        this.respondent = respondent;
    }

    /** Who asks at the same time. */
    private record Round<Q, A>(Set<Q> questions, CompletableFuture<Map<Q, A>> answers) {

        Round() {
            this(new HashSet<>(), new CompletableFuture<>());
        }
    }

    Optional<A> ask(Q question) {
        var round = join(question);
        if (round.isFirst()) {
            lead(round.round());
        }
        try {
            return Optional.ofNullable(round.round().answers().join().get(question));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    synchronized int waiting() {
        return next.questions().size();
    }

    private record Joined<Q, A>(Round<Q, A> round, boolean isFirst) {}

    private synchronized Joined<Q, A> join(Q question) {
        var isFirst = next.questions().isEmpty();
        next.questions().add(question);
        return new Joined<>(next, isFirst);
    }

    private synchronized Round<Q, A> close() {
        var closed = next;
        next = new Round<>();
        return closed;
    }

    /** Who waited for a round that failed has waited long enough, and fails with it. */
    private void lead(Round<Q, A> round) {
        turn.lock();
        try {
            if (!round.answers().isDone()) {
                close();
                round.answers().complete(respondent.apply(round.questions()));
            }
        } catch (RuntimeException | Error e) {
            round.answers().completeExceptionally(e);
            close().answers().completeExceptionally(e);
        } finally {
            turn.unlock();
        }
    }
}

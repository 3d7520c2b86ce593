package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.StartLimit;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A load in flight, for which several reads may wait, and its retry. The first answer ends the load; a failure does not while the other call is in flight. */
final class InFlightLoad {

    /** So long after its turn at Leeloo, no read joins the load without a retry, and no read with no-cache waits for it. */
    static final Duration SLOW_AFTER = Duration.ofSeconds(1);

    /** A load that waits for its turn for longer may have no time left for its call. */
    private static final Duration JOINED_BEFORE = Duration.ofSeconds(20);

    private final CacheRead<?> starter;
    private final Optional<Caller> caller;
    private final StartLimit startLimit;
    private final long startedNanos = System.nanoTime();
    private final Consumer<InFlightLoad> onEnd;
    private final CompletableFuture<ReadResult<?>> result = new CompletableFuture<>();
    private final CompletableFuture<@Nullable ReadResult<?>> slowElsewhere = new CompletableFuture<>();
    private volatile boolean isRetried;
    private @Nullable LoadRetry retry;
    private @Nullable LoadOutcome failure;

    /** The consumer runs before the result is known, so that later reads start a new load. No caller waits for a refresh. */
    InFlightLoad(CacheRead<?> starter, Optional<Caller> caller, StartLimit startLimit, Consumer<InFlightLoad> onEnd) {
        this.starter = starter;
        this.caller = caller;
        this.startLimit = startLimit;
        this.onEnd = onEnd;
    }

    /** The limit of the wait for a call to Leeloo, for all reads of this load. */
    StartLimit startLimit() {
        return startLimit;
    }

    long generation() {
        return starter.entry().generation();
    }

    /** Equal reads of two callers are two reads. */
    @SuppressWarnings("ReferenceEquality")
    boolean isStartedBy(CacheRead<?> read) {
        return starter == read;
    }

    /** Whether a read of the request's client started the load, so that its share of Leeloo's limit is the same. */
    boolean isStartedFor(RequestContext request) {
        return caller.map(Caller::clientId).equals(request.caller().map(Caller::clientId));
    }

    /** Adds a reader if the load has not asked Leeloo yet, so that it sees what the reader does. */
    boolean joinBeforeTurn(RequestContext request) {
        return System.nanoTime() - startedNanos < JOINED_BEFORE.toNanos() && startLimit.joinBeforeTurn(request);
    }

    long startedNanos() {
        return startedNanos;
    }

    boolean startedBefore(long nanos) {
        return startedNanos - nanos < 0;
    }

    boolean isSlow() {
        return slowElsewhere.isDone() || isRetried || untilSlow().isZero();
    }

    /** The load waits for a slow load of another instance. */
    void setSlowElsewhere() {
        slowElsewhere.complete(null);
    }

    /** The retry in flight; otherwise a new one, which the consumer starts. */
    synchronized LoadRetry retry(CacheRead<?> read, Consumer<LoadRetry> starter) {
        if (retry == null) {
            retry = LoadRetry.start(read);
            isRetried = true;
            starter.accept(retry);
        }
        return retry;
    }

    void end(LoadOutcome outcome) {
        synchronized (this) {
            if (retry != null && !outcome.isAnswer()) {
                failure = outcome;
                return;
            }
        }
        complete(outcome);
    }

    /** Ends the retry; without an outcome if the retry hangs. Its own result comes first, so that its starter recognises it. */
    void endRetry(LoadRetry ended, @Nullable LoadOutcome outcome) {
        LoadOutcome last;
        synchronized (this) {
            retry = null;
            last = outcome != null && outcome.isAnswer() ? outcome : failure;
        }
        if (last != null) {
            onEnd.accept(this);
        }
        if (outcome != null) {
            outcome.complete(ended.result());
        }
        if (last != null) {
            last.complete(result);
        }
        ended.result().complete(null);
    }

    private void complete(LoadOutcome outcome) {
        onEnd.accept(this);
        outcome.complete(result);
    }

    /** Null if the load turns out to wait for a slow load of another instance. */
    @Nullable
    ReadResult<?> awaitUnlessSlowElsewhere(Duration limit) throws TimeoutException {
        return await(slowElsewhere, limit);
    }

    /** Null if the retry hangs. */
    @Nullable
    ReadResult<?> awaitWith(LoadRetry current, Duration limit) throws TimeoutException {
        return await(current.result(), limit);
    }

    private @Nullable ReadResult<?> await(CompletableFuture<?> other, Duration limit) throws TimeoutException {
        return (ReadResult<?>) TimeLimiter.awaitForCaller(CompletableFuture.anyOf(result, other), limit);
    }

    /** Waits until the load ends, but not longer than {@link #SLOW_AFTER} from its turn, or from now if it waits for that; returns whether it ended. */
    boolean endsSoon() throws TimeoutException {
        return endsWithin(untilSlow());
    }

    /** Returns whether the load ends within the limit. Fails at the deadline of the request. */
    boolean endsWithin(Duration limit) throws TimeoutException {
        var remaining = RequestContext.current().deadline().remaining();
        try {
            return TimeLimiter.await(result.handle((_, _) -> true), limit.compareTo(remaining) < 0 ? limit : remaining);
        } catch (TimeoutException e) {
            if (Thread.currentThread().isInterrupted()
                    || RequestContext.current().deadline().remaining().isZero()) {
                throw e;
            }
            return false;
        }
    }

    private Duration untilSlow() {
        return Duration.ofNanos(Math.max(0, startLimit.waitedUntilNanos() + SLOW_AFTER.toNanos() - System.nanoTime()));
    }
}

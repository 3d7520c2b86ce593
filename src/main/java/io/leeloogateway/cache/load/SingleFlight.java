package io.leeloogateway.cache.load;

import io.leeloogateway.bulkhead.TooManyLargeAnswers;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.Fallback;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.StartLimit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Lets concurrent reads of the same key share one load. Each read waits until its own deadline; a load whose call has left goes on without it. */
@Component
public class SingleFlight {

    private final ConcurrentMap<CacheKey, InFlightLoad> inFlight = new ConcurrentHashMap<>();
    private final LoadRunner runner;
    private final LoadWaiter waiter;

    SingleFlight(LoadRunner runner, LoadWaiter waiter) {
        this.runner = runner;
        this.waiter = waiter;
    }

    /** Starts a load for which no read waits, unless a load is in flight. */
    public void refresh(CacheRead<?> read) {
        var own = newLoad(read, Optional.empty(), Deadline.after(LoadRunner.LOAD_TIMEOUT));
        if (inFlight.putIfAbsent(read.key(), own) == null) {
            runner.startInBackground(read, own);
        }
    }

    private InFlightLoad newLoad(CacheRead<?> read, Optional<Caller> caller, Deadline deadline) {
        return new InFlightLoad(read, caller, new StartLimit(deadline), load -> inFlight.remove(read.key(), load));
    }

    /**
     * Joins the load in flight or starts one. A read never joins a load that asked Leeloo before a completed change of the resource; a read with
     * no-cache never joins a load that asked Leeloo before the read, in this instance or another. After its deadline, a read starts no load.
     */
    @SuppressWarnings("unchecked") // the load of a key returns the result type of the query
    public <T> ReadResult<T> join(CacheRead<T> read, Fallback fallback) throws TimeoutException {
        var request = RequestContext.current();
        var deadline = request.deadline();
        if (deadline.remaining().isZero()) {
            throw new TimeoutException();
        }
        var key = read.key();
        var noCache = read.cacheControl().noCache();
        while (true) {
            var own = newLoad(read, request.caller(), deadline);
            var running = inFlight.putIfAbsent(key, own);
            if (running == null) {
                runner.start(read, own);
                return (ReadResult<T>) waiter.await(read, own, fallback);
            }
            var isNewEnough = running.generation() >= read.entry().generation();
            var isOlder = noCache && running.startedBefore(read.startedNanos());
            var mayJoinAfterTurn = isNewEnough && !isOlder;
            if (mayJoinAfterTurn ? running.startLimit().join(request) : running.joinBeforeTurn(request)) {
                ReadResult<T> result;
                try {
                    result = (ReadResult<T>) waiter.await(read, running, fallback);
                } catch (TooManyLargeAnswers _) {
                    // Of the client that started the load.
                    continue;
                }
                if (result.failure() instanceof LeelooQuotaExhausted && !running.isStartedFor(request)) {
                    continue;
                }
                if ((isNewEnough && !noCache) || !result.isRemote()) {
                    return result;
                }
            } else if (!isNewEnough || !isOlder || !running.endsSoon()) {
                // Reads with no-cache wait for an earlier load, so that they share one load after it; a load that hangs
                // must not block them.
                inFlight.remove(key, running);
            }
        }
    }
}

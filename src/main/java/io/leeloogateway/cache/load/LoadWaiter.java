package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.Fallback;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Waits for a load on behalf of a read, and starts a retry if the load was slow already when the read came. */
@Component
class LoadWaiter {

    private final LoadRunner runner;
    private final CacheProperties properties;

    LoadWaiter(LoadRunner runner, CacheProperties properties) {
        this.runner = runner;
        this.properties = properties;
    }

    /** Waits until the deadline of the calling request, with a fallback not longer than {@code gateway.cache.stale-after}. */
    ReadResult<?> await(CacheRead<?> read, InFlightLoad load, Fallback fallback) throws TimeoutException {
        try {
            return awaitResult(read, load, fallback);
        } catch (TimeoutException e) {
            if (!isCallerGone()) {
                throw e;
            }
            var isWaiting = load.startLimit().isWaiting();
            load.startLimit().leave();
            throw isWaiting ? new TurnNotReached() : e;
        }
    }

    /** A read that gets a stale entry instead is still interested in the load. */
    private static boolean isCallerGone() {
        var request = RequestContext.current();
        return request.deadline().remaining().isZero() || request.hasHungUp();
    }

    private ReadResult<?> awaitResult(CacheRead<?> read, InFlightLoad load, Fallback fallback) throws TimeoutException {
        if (!load.isSlow()) {
            var result = load.awaitUnlessSlowElsewhere(limit(load.startedNanos(), fallback));
            if (result != null) {
                return load.isStartedBy(read) ? result : result.shared();
            }
        }
        if (fallback == Fallback.STALE_ENTRY) {
            throw new TimeoutException("the load hangs");
        }
        return awaitWithRetries(read, load, fallback);
    }

    private ReadResult<?> awaitWithRetries(CacheRead<?> read, InFlightLoad load, Fallback fallback)
            throws TimeoutException {
        while (true) {
            var retry = runner.retry(read, load);
            var result = load.awaitWith(retry, limit(retry.startedNanos(), fallback));
            if (result != null) {
                return retry.isOwnResult(read, result) ? result : result.shared();
            }
        }
    }

    private Duration limit(long startedNanos, Fallback fallback) {
        var remaining = RequestContext.current().deadline().remaining();
        if (fallback == Fallback.NONE) {
            return remaining;
        }
        var nanos = startedNanos + properties.staleAfter().toNanos() - System.nanoTime();
        var limit = Duration.ofNanos(Math.max(0, nanos));
        return limit.compareTo(remaining) < 0 ? limit : remaining;
    }
}

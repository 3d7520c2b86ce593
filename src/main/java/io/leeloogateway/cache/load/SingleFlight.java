package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.Fallback;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestThread;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Lets concurrent reads of the same key share one load. Each read waits until its own deadline; the load goes on without it. */
@Component
public class SingleFlight {

    private static final Duration LOAD_TIMEOUT = Duration.ofSeconds(30);

    private final ConcurrentMap<CacheKey, InFlightLoad> inFlight = new ConcurrentHashMap<>();
    private final UpstreamLoader loader;

    SingleFlight(UpstreamLoader loader) {
        this.loader = loader;
    }

    /**
     * Joins the load in flight or starts one. A read never joins a load that started before a completed change of the resource; a read with
     * no-cache never joins a load that started before the read, in this instance or another. After its deadline, a read starts no load.
     */
    @SuppressWarnings("unchecked") // the load of a key returns the result type of the query
    public <T> ReadResult<T> join(CacheRead<T> read, Fallback fallback) throws TimeoutException {
        if (RequestContext.current().deadline().remaining().isZero()) {
            throw new TimeoutException();
        }
        var key = read.key();
        var noCache = read.cacheControl().noCache();
        while (true) {
            var own = InFlightLoad.start(read.entry().generation());
            var running = inFlight.putIfAbsent(key, own);
            if (running == null) {
                start(read, own);
                return (ReadResult<T>) own.await(fallback);
            }
            if (running.generation() < read.entry().generation()) {
                inFlight.remove(key, running);
            } else if (!noCache || !running.startedBefore(read.startedNanos())) {
                var result = (ReadResult<T>) running.await(fallback);
                if (!noCache || !result.isRemote()) {
                    return result.shared();
                }
            } else if (!running.endsSoon()) {
                // Reads with no-cache wait for an earlier load, so that they share one load after it; a load that hangs
                // must not block them.
                inFlight.remove(key, running);
            }
        }
    }

    private void start(CacheRead<?> read, InFlightLoad load) {
        var caller = RequestContext.current();
        var context = caller.child(Deadline.after(LOAD_TIMEOUT));
        RequestThread.start("load " + read.key().kind(), context, () -> {
            try {
                var result = loader.load(read);
                end(read.key(), load, caller, context);
                load.result().complete(result);
            } catch (RuntimeException | Error e) {
                end(read.key(), load, caller, context);
                load.result().completeExceptionally(e);
            }
        });
    }

    /** Removes the load before its result is known, so that later reads start a new load. */
    private void end(CacheKey key, InFlightLoad load, RequestContext caller, RequestContext context) {
        inFlight.remove(key, load);
        context.audit().upstreamCalls().forEach(caller.audit()::addUpstreamCall);
    }
}

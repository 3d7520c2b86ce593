package io.leeloogateway.cache.load;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheLookup;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Lets all who want the same at the same time wait for one call, each no longer than it likes; the call goes on without them. */
@Component
public class SingleFlight {

    private static final ContextSnapshotFactory SPANS =
            ContextSnapshotFactory.builder().build();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ConcurrentMap<CacheKey, InFlightLoad> underway = new ConcurrentHashMap<>();
    private final UpstreamLoader loader;

    SingleFlight(UpstreamLoader loader) {
        this.loader = loader;
    }

    /**
     * What a load ended with.
     *
     * @param loaded that
     * @param isShared whether somebody else began it
     */
    public record Joined(LoadResult loaded, boolean isShared) {}

    /** Joins a call that is under way, unless it began before a change that was answered or, for who wants it new, before now, here or elsewhere. */
    public <T> Joined join(Query<T> query, CacheLookup seen, RequestCacheControl directives, long arrived)
            throws TimeoutException {
        var key = query.cacheKey();
        while (true) {
            var own = InFlightLoad.begin(seen.generation());
            var running = underway.putIfAbsent(key, own);
            if (running == null) {
                start(query, own, seen, directives);
                return new Joined(await(own.result()), false);
            }
            if (running.generation() < seen.generation()) {
                underway.remove(key, running);
            } else if (!directives.noCache() || !running.beganBefore(arrived)) {
                var loaded = await(running.result());
                if (!directives.noCache() || !loaded.isOthers()) {
                    return new Joined(loaded, true);
                }
            } else if (!endsSoon(running)) {
                underway.remove(key, running);
            }
        }
    }

    private <T> void start(Query<T> query, InFlightLoad load, CacheLookup seen, RequestCacheControl directives) {
        var caller = RequestContext.current();
        var context = new RequestContext(caller.id(), Deadline.after(LONGEST));
        var logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
        Thread.ofVirtual()
                .name("load " + query.cacheKey().kind())
                .start(SPANS.captureAll().wrap((Runnable) () -> context.<Boolean, RuntimeException>with(() -> {
                    MDC.setContextMap(logged);
                    try {
                        var loaded = loader.load(query, seen, directives);
                        end(query.cacheKey(), load, caller, context);
                        return load.result().complete(loaded);
                    } catch (RuntimeException | Error e) {
                        end(query.cacheKey(), load, caller, context);
                        return load.result().completeExceptionally(e);
                    }
                })));
    }

    /** Whoever comes now begins another. */
    private void end(CacheKey key, InFlightLoad load, RequestContext caller, RequestContext context) {
        underway.remove(key, load);
        if (context.leelooCalls() > 0) {
            caller.countLeelooCall();
            context.audit().upstreamCalls().forEach(caller.audit()::addUpstreamCall);
        }
    }

    /** So that many who want it new make one call after that and not one each; but nobody waits for a call that hangs. */
    private static boolean endsSoon(InFlightLoad running) throws TimeoutException {
        var deadline = RequestContext.current().deadline();
        var patience =
                Math.min(running.patience().toNanos(), deadline.remaining().toNanos());
        try {
            running.result().handle((_, _) -> running).get(patience, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            if (deadline.remaining().isZero()) {
                throw e;
            }
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private static LoadResult await(CompletableFuture<LoadResult> result) throws TimeoutException {
        try {
            return result.get(RequestContext.current().deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}

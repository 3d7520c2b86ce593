package io.leeloogateway.cache.load;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestThread;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Runs loads and retries on threads of their own, which outlive the reads. */
@Component
class LoadRunner {

    static final Duration LOAD_TIMEOUT = Duration.ofSeconds(30);

    /** Short enough for two retries within the default deadline, so that a read gets an answer soon after Leeloo recovers. */
    static final Duration RETRY_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
    private static final Duration MAX_RESET_WAIT = Duration.ofSeconds(2);
    private static final Duration RESET_PAUSE = Duration.ofMillis(20);

    private static final Logger log = LoggerFactory.getLogger(LoadRunner.class);

    private final Set<Object> running = ConcurrentHashMap.newKeySet();
    private final UpstreamLoader loader;
    private final LargeAnswers largeAnswers;

    LoadRunner(UpstreamLoader loader, LargeAnswers largeAnswers) {
        this.loader = loader;
        this.largeAnswers = largeAnswers;
    }

    void start(CacheRead<?> read, InFlightLoad load) {
        start("load", read, load, RequestContext.current().child(Deadline.after(LOAD_TIMEOUT), load.startLimit()));
    }

    /** Starts a load for which no read waits. */
    void startInBackground(CacheRead<?> read, InFlightLoad load) {
        start(
                "refresh",
                read,
                load,
                RequestContext.current().backgroundChild(Deadline.after(LOAD_TIMEOUT), load.startLimit()));
    }

    private void start(String name, CacheRead<?> read, InFlightLoad load, RequestContext context) {
        run(name, read, context, () -> loader.load(read, load::setSlowElsewhere), load::end);
        RequestThread.start(
                "watch " + read.key().kind(),
                context,
                () -> watch(read, load),
                cause -> log.warn("a load is not watched", cause));
    }

    /** Ends a load that hangs if another instance stores an entry meanwhile. */
    private void watch(CacheRead<?> read, InFlightLoad load) {
        try {
            for (var ended = load.endsSoon(); !ended; ended = load.endsWithin(WATCH_INTERVAL)) {
                loader.findStored(read).ifPresent(stored -> load.end(new LoadOutcome(stored, null)));
            }
        } catch (TimeoutException | DataAccessException e) {
            log.debug("the load of {} is watched no longer", read.key().kind(), e);
        }
    }

    /** Starts a retry unless one is in flight. */
    LoadRetry retry(CacheRead<?> read, InFlightLoad load) {
        return load.retry(
                read,
                retry -> run(
                        "retry",
                        read,
                        RequestContext.current().child(Deadline.after(RETRY_TIMEOUT), load.startLimit()),
                        () -> loader.retry(read),
                        outcome -> load.endRetry(retry, outcome.isAnswer() || !isDeadlineOver() ? outcome : null)));
    }

    private static boolean isDeadlineOver() {
        return RequestContext.current().deadline().remaining().isZero();
    }

    /** Waits for the loads and retries that still run, which would store what they read before the reset, also those that no read can join any more. */
    @Order(1)
    @EventListener
    void awaitAll(SandboxReset event) {
        var last = Deadline.after(MAX_RESET_WAIT);
        while (!running.isEmpty() && !last.remaining().isZero()) {
            LockSupport.parkNanos(RESET_PAUSE.toNanos());
        }
    }

    private void run(
            String name,
            CacheRead<?> read,
            RequestContext context,
            Supplier<ReadResult<?>> work,
            Consumer<LoadOutcome> onOutcome) {
        var run = new Object();
        running.add(run);
        var caller = RequestContext.current();
        RequestThread.start(
                name + " " + read.key().kind(),
                context,
                () -> {
                    var outcome = largeAnswers.run(() -> LoadOutcome.of(work));
                    context.audit().upstreamCalls().forEach(caller.audit()::addUpstreamCall);
                    onOutcome.accept(outcome);
                    running.remove(run);
                },
                cause -> {
                    running.remove(run);
                    onOutcome.accept(new LoadOutcome(null, cause));
                });
    }
}

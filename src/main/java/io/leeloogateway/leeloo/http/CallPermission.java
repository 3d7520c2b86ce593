package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The permission of a circuit breaker for one call. Without a call, it is given back when it is closed. */
final class CallPermission implements AutoCloseable {

    private final CallBreaker breaker;
    private final String clientId = callerId();
    private final long transition;
    private final Duration slowAfter;
    private final AtomicBoolean isRecorded = new AtomicBoolean();
    private final Sinks.Empty<Object> abandoned = Sinks.empty();

    CallPermission(CallBreaker breaker, long transition, Duration slowAfter) {
        this.breaker = breaker;
        this.transition = transition;
        this.slowAfter = slowAfter;
    }

    /** The number of transitions of the breaker before this permission. */
    long transition() {
        return transition;
    }

    String clientId() {
        return clientId;
    }

    /** The client of the current request; empty for a job. */
    static String callerId() {
        return RequestContext.find()
                .flatMap(RequestContext::caller)
                .map(Caller::clientId)
                .orElse("");
    }

    /** Makes the call, which fails if its argument does: a call that is slow while the breaker is open is abandoned. */
    <T> T call(Function<Mono<?>, T> exchange) {
        var startedNanos = System.nanoTime();
        var timer = Mono.delay(slowAfter).subscribe(_ -> recordSlow());
        try {
            var result = exchange.apply(abandoned.asMono());
            breaker.noteAnswer(this);
            record(() -> breaker.recordSuccess(since(startedNanos)));
            return result;
        } catch (LeelooException e) {
            breaker.noteFailure(this, e);
            record(() -> breaker.recordFailure(since(startedNanos), e));
            throw e;
        } finally {
            timer.dispose();
        }
    }

    void abandon() {
        var _ = abandoned.tryEmitError(LeelooUnavailable.unresponsive());
    }

    @Override
    public void close() {
        record(breaker::release);
        breaker.end(this);
    }

    private void recordSlow() {
        if (isRecorded.compareAndSet(false, true)) {
            breaker.recordSlow(this, slowAfter);
        }
    }

    private void record(Runnable result) {
        if (isRecorded.compareAndSet(false, true)) {
            breaker.record(this, result);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}

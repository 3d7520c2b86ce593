package io.leeloogateway.leeloo.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The circuit breaker of a group of endpoints. While it is open, calls are refused at once; then one call is the probe that closes or opens
 * it again. A call of a client of which no call has failed lately is a probe, too.
 */
final class CallBreaker {

    /** The transition of a probe of another client than those whose calls have failed. */
    private static final long OTHERS_PROBE = -1;

    private final CircuitBreaker breaker;
    private final Duration slowAfter;
    private final AtomicLong transitions = new AtomicLong();
    private final Set<CallPermission> slowCalls = ConcurrentHashMap.newKeySet();
    private final LatestByClient answers = new LatestByClient();
    private final FailingClients failing = new FailingClients(BreakerConfiguration.WINDOW);
    private final AtomicBoolean isProbedByOther = new AtomicBoolean();
    private volatile long openedNanos;

    CallBreaker(CircuitBreaker breaker, Duration slowAfter) {
        this.breaker = breaker;
        this.slowAfter = slowAfter;
        breaker.getEventPublisher()
                .onStateTransition(event -> enter(event.getStateTransition().getToState()));
    }

    String group() {
        return breaker.getName();
    }

    State state() {
        return breaker.getState();
    }

    /** The refusal of a call; empty if a call would be permitted, or might be the probe. */
    Optional<LeelooUnavailable> refusal() {
        var isOpen = state() == State.OPEN && !untilProbe().isZero() && !failsForOthers();
        return isOpen ? Optional.of(refused()) : Optional.empty();
    }

    /** Throws the refusal if the breaker is open, or another call is the probe. */
    CallPermission acquire() {
        if (!breaker.tryAcquirePermission()) {
            if (failsForOthers() && isProbedByOther.compareAndSet(false, true)) {
                return new CallPermission(this, OTHERS_PROBE, BreakerConfiguration.PROBE_LIMIT);
            }
            failing.renew(CallPermission.callerId(), System.nanoTime());
            throw refused();
        }
        var isProbe = state() == State.HALF_OPEN;
        return new CallPermission(this, transitions.get(), isProbe ? BreakerConfiguration.PROBE_LIMIT : slowAfter);
    }

    /** Results of calls from before the last transition are about an earlier time. */
    void record(CallPermission call, Runnable result) {
        if (call.transition() == transitions.get()) {
            result.run();
        }
    }

    void recordSuccess(Duration duration) {
        breaker.onSuccess(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A response counts as a success, whatever it says, except for 5xx; a refusal and a short deadline of the caller say nothing. */
    void recordFailure(Duration duration, LeelooException failure) {
        if (!(failure instanceof LeelooUnavailable unavailable)) {
            recordSuccess(duration);
        } else if (saysNothing(unavailable)) {
            release();
        } else {
            breaker.onError(duration.toNanos(), TimeUnit.NANOSECONDS, failure);
        }
    }

    /** Leeloo is there for a client, whatever has failed for another one. */
    void noteAnswer(CallPermission call) {
        answers.add(call.clientId(), System.nanoTime());
        if (call.transition() == OTHERS_PROBE && state() != State.CLOSED) {
            breaker.transitionToClosedState();
        }
    }

    void noteFailure(CallPermission call, LeelooException failure) {
        if (!(failure instanceof LeelooUnavailable unavailable)) {
            noteAnswer(call);
        } else if (!saysNothing(unavailable) || (isLate(unavailable) && call.transition() == OTHERS_PROBE)) {
            failing.add(call.clientId(), System.nanoTime());
        }
    }

    void release() {
        breaker.releasePermission();
    }

    /**
     * A slow call counts as a failure without waiting for its end, unless Leeloo has answered another client meanwhile: one client's slow calls
     * close Leeloo to nobody. It is abandoned unless the breaker stays closed.
     */
    void recordSlow(CallPermission call, Duration duration) {
        if (answers.hasOtherThan(call.clientId(), System.nanoTime() - duration.toNanos())) {
            record(call, this::release);
            return;
        }
        failing.add(call.clientId(), System.nanoTime());
        slowCalls.add(call);
        record(call, () -> breaker.onError(duration.toNanos(), TimeUnit.NANOSECONDS, LeelooUnavailable.unresponsive()));
        if (call.transition() != transitions.get()) {
            call.abandon();
        }
    }

    void end(CallPermission call) {
        slowCalls.remove(call);
        if (call.transition() == OTHERS_PROBE) {
            isProbedByOther.set(false);
        }
    }

    private void enter(State state) {
        transitions.incrementAndGet();
        if (state == State.OPEN) {
            openedNanos = System.nanoTime();
            slowCalls.forEach(CallPermission::abandon);
        }
    }

    private boolean failsForOthers() {
        return failing.areOthersThan(CallPermission.callerId(), System.nanoTime());
    }

    private static boolean saysNothing(LeelooUnavailable failure) {
        return failure.isRefusal() || isLate(failure);
    }

    private static boolean isLate(LeelooUnavailable failure) {
        return failure.type() == ProblemType.DEADLINE_EXCEEDED;
    }

    private static LeelooUnavailable refused() {
        return LeelooUnavailable.refused(BreakerConfiguration.OPEN_DURATION);
    }

    private Duration untilProbe() {
        var nanos = openedNanos + BreakerConfiguration.OPEN_DURATION.toNanos() - System.nanoTime();
        return Duration.ofNanos(Math.max(0, nanos));
    }
}

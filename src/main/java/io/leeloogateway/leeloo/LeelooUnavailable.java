package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leeloo could not be reached, closed the connection, failed or took too long. */
public final class LeelooUnavailable extends LeelooException {

    private static final long serialVersionUID = 1;

    /** Whether the request may have reached Leeloo, which decides whether a change may be applied. */
    public enum Delivery {
        NOT_SENT,
        POSSIBLY_SENT
    }

    private final Delivery delivery;
    private final @Nullable Duration delay;
    private final boolean isRefusal;

    private LeelooUnavailable(ProblemType type, String detail, Delivery delivery, @Nullable Throwable cause) {
        super(type, detail, cause);
        this.delivery = delivery;
        this.delay = null;
        this.isRefusal = false;
    }

    /** A call that the gateway refuses. */
    private LeelooUnavailable(String detail, @Nullable Duration delay, @Nullable Throwable cause) {
        super(ProblemType.LEELOO_UNAVAILABLE, detail, cause);
        this.delivery = Delivery.NOT_SENT;
        this.delay = delay;
        this.isRefusal = true;
    }

    /** The circuit breaker is open. */
    public static LeelooUnavailable refused(Duration delay) {
        return new LeelooUnavailable("Leeloo has failed several times, so nothing was sent", delay, null);
    }

    public static LeelooUnavailable noFreeConnection(Throwable cause) {
        return new LeelooUnavailable("all connections to Leeloo are in use, so nothing was sent", null, cause);
    }

    /** The gateway ends a call that hangs while the circuit breaker is open. */
    public static LeelooUnavailable unresponsive() {
        return new LeelooUnavailable(
                ProblemType.LEELOO_UNAVAILABLE, "Leeloo does not respond", Delivery.POSSIBLY_SENT, null);
    }

    public static LeelooUnavailable unreachable(Delivery delivery, Throwable cause) {
        return new LeelooUnavailable(
                ProblemType.LEELOO_UNAVAILABLE, "Leeloo could not be reached or broke off", delivery, cause);
    }

    public static LeelooUnavailable timedOut(Delivery delivery, Throwable cause) {
        return new LeelooUnavailable(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not answer in time", delivery, cause);
    }

    public static LeelooUnavailable serverError(int status) {
        var cause = new IllegalStateException("Leeloo responded with " + status);
        return new LeelooUnavailable(ProblemType.LEELOO_UNAVAILABLE, "Leeloo failed", Delivery.POSSIBLY_SENT, cause);
    }

    /** Whether the gateway refused the call by itself, which says nothing about Leeloo now. */
    public boolean isRefusal() {
        return isRefusal;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(delay);
    }

    public Delivery delivery() {
        return delivery;
    }
}

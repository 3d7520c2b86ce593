package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** Leeloo could not be reached, closed the connection, failed or took too long. */
public final class LeelooUnavailable extends LeelooException {

    private static final long serialVersionUID = 1;

    /** Whether the request may have reached Leeloo, which decides whether a change may be applied. */
    public enum Delivery {
        NOT_SENT,
        POSSIBLY_SENT
    }

    private final Delivery delivery;

    private LeelooUnavailable(ProblemType type, String detail, Delivery delivery, Throwable cause) {
        super(type, detail, cause);
        this.delivery = delivery;
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

    public Delivery delivery() {
        return delivery;
    }
}

package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** Leeloo could not be reached, broke off, failed or took too long. */
public final class LeelooUnavailable extends LeelooException {

    private static final long serialVersionUID = 1;

    /** Whether the request had left when it failed, and so may have been applied. */
    public enum Departure {
        NEVER_LEFT,
        MAY_BE_APPLIED
    }

    private final Departure departure;

    private LeelooUnavailable(ProblemType type, String detail, Departure departure, Throwable cause) {
        super(type, detail, cause);
        this.departure = departure;
    }

    public static LeelooUnavailable unreachable(Departure departure, Throwable cause) {
        return new LeelooUnavailable(
                ProblemType.LEELOO_UNAVAILABLE, "Leeloo could not be reached or broke off", departure, cause);
    }

    public static LeelooUnavailable tooSlow(Departure departure, Throwable cause) {
        return new LeelooUnavailable(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not answer in time", departure, cause);
    }

    public static LeelooUnavailable failing(int status) {
        var cause = new IllegalStateException("Leeloo answered " + status);
        return new LeelooUnavailable(ProblemType.LEELOO_UNAVAILABLE, "Leeloo failed", Departure.MAY_BE_APPLIED, cause);
    }

    public Departure departure() {
        return departure;
    }
}

package io.leeloogateway.quota;

import java.time.Duration;

/** A call cannot start before its deadline. Nothing was sent. */
public final class QuotaExhausted extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What keeps the call from starting. */
    public enum Reason {
        /** The budget of this minute is used up. */
        USED_UP,
        /** Leeloo reported that its limit is reached, and asked to wait. */
        PAUSED,
        /** The client has as many reads at Leeloo as one client may have at once. */
        TOO_MANY_AT_ONCE,
        /** More calls wait than the gateway allows. */
        QUEUE_FULL
    }

    private final Reason reason;
    private final Duration retryAfter;

    QuotaExhausted(Reason reason, Duration retryAfter) {
        super("no call to Leeloo for " + retryAfter.toMillis() + " ms: " + reason, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** The time until the call could start. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

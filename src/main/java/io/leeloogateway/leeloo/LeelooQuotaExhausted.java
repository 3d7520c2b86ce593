package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.quota.QuotaExhausted;
import java.time.Duration;
import java.util.Optional;

/** The gateway's budget of calls to Leeloo is used up until after the caller's deadline; nothing was sent. */
public final class LeelooQuotaExhausted extends LeelooException {

    private static final long serialVersionUID = 1;
    private static final String USED_UP =
            "the calls to Leeloo that all clients share are used up for the time limit of this request";

    private final Duration retryAfter;

    public LeelooQuotaExhausted(QuotaExhausted cause) {
        super(ProblemType.LEELOO_QUOTA_EXHAUSTED, detail(cause), cause);
        retryAfter = cause.retryAfter();
    }

    /** For a read whose time is up while its call waits for other reads with more time, which will have a result soon. */
    public static LeelooQuotaExhausted atDeadline() {
        return new LeelooQuotaExhausted(Duration.ofSeconds(1));
    }

    private LeelooQuotaExhausted(Duration retryAfter) {
        super(ProblemType.LEELOO_QUOTA_EXHAUSTED, USED_UP, null);
        this.retryAfter = retryAfter;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }

    private static String detail(QuotaExhausted cause) {
        return switch (cause.reason()) {
            case USED_UP -> USED_UP;
            case PAUSED ->
                "Leeloo's own limit is reached, and the gateway pauses for longer than the time limit of this request";
            case TOO_MANY_AT_ONCE ->
                "calls to Leeloo are slow, and this client may have no more of this kind there at once";
            case QUEUE_FULL -> "too many calls to Leeloo are waiting";
        };
    }
}

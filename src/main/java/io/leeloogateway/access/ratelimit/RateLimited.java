package io.leeloogateway.access.ratelimit;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The client exceeded its rate limit. */
public final class RateLimited extends ProblemException {

    private static final long serialVersionUID = 1;

    private final Duration timeToReset;

    public RateLimited(RateLimitStatus status) {
        super(
                ProblemType.RATE_LIMITED,
                "the client's %d requests of this minute are used up".formatted(status.limit()),
                null);
        timeToReset = status.timeToReset();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(timeToReset);
    }
}

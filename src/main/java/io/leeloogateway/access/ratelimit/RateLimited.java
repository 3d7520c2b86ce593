package io.leeloogateway.access.ratelimit;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The caller's own limit is reached. */
public final class RateLimited extends ProblemException {

    private static final long serialVersionUID = 1;

    private final Duration rest;

    public RateLimited(RateLimitStatus allowance) {
        super(
                ProblemType.RATE_LIMITED,
                "the client's %d requests of this minute are used up".formatted(allowance.limit()),
                null);
        rest = allowance.rest();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(rest);
    }
}

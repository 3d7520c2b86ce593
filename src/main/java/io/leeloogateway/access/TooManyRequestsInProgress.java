package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The client has so many requests in progress at this instance that another would take connections from other clients. */
final class TooManyRequestsInProgress extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyRequestsInProgress() {
        super(ProblemType.OVERLOADED, "too many requests of this client are in progress", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}

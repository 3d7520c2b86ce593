package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The bodies of all requests in progress are too large together. */
final class BodyMemoryExhausted extends ProblemException {

    private static final long serialVersionUID = 1;

    BodyMemoryExhausted() {
        super(ProblemType.OVERLOADED, "too many large bodies arrive at the moment", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}

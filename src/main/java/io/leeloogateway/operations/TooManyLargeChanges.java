package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Other large changes are recorded, of this client or of all. */
final class TooManyLargeChanges extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyLargeChanges() {
        super(
                ProblemType.OVERLOADED,
                "too many large changes are recorded at the moment, of this client or of all, so this one was not sent",
                null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}

package io.leeloogateway.bulkhead;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** Large responses of Leeloo are served at the moment, and there is no memory for another one. */
public final class TooManyLargeAnswers extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyLargeAnswers() {
        super(
                ProblemType.OVERLOADED,
                "too many large responses are served at the moment, to this client or to all; ask for smaller pages",
                null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}

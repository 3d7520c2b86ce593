package io.leeloogateway.bulkhead;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many slow queries run that this one got no permit. */
final class TooManyQueries extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyQueries() {
        super(
                ProblemType.OVERLOADED,
                "too many searches or lists are read at the moment, by this client or by all",
                null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}

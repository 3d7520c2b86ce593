package io.leeloogateway.search;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many slow searches run that this one found no place. */
final class TooManySearches extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManySearches() {
        super(ProblemType.OVERLOADED, "too many searches run at the moment, of this client or of all", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}

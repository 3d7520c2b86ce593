package io.leeloogateway.audit.query;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many exports run that this one found no place. */
final class TooManyExports extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyExports() {
        super(ProblemType.OVERLOADED, "too many exports run at the moment, of this client or of all", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(10));
    }
}

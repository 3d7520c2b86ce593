package io.leeloogateway.sync;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many streams are open that this one found no place. The run itself can be read at any time. */
final class TooManyStreams extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyStreams() {
        super(ProblemType.OVERLOADED, "too many streams are open at the moment, of this client or of all", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(10));
    }
}

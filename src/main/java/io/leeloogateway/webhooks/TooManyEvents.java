package io.leeloogateway.webhooks;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many bytes of events came lately that this one is not stored. */
final class TooManyEvents extends ProblemException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    TooManyEvents(Duration retryAfter) {
        super(ProblemType.OVERLOADED, "too many bytes of events came lately", null);
        this.retryAfter = retryAfter;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }
}

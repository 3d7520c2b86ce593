package io.leeloogateway.webhooks;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** So many events are being received that another would take a connection from callers. */
final class TooManyWebhooks extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManyWebhooks() {
        super(ProblemType.OVERLOADED, "too many events are being received", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}

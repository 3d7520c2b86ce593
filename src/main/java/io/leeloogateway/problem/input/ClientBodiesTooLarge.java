package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The bodies of a client's requests in progress are too large together. */
final class ClientBodiesTooLarge extends ProblemException {

    private static final long serialVersionUID = 1;

    ClientBodiesTooLarge() {
        super(
                ProblemType.TOO_MANY_BODIES,
                "the bodies of the client's requests in progress are too large together; send fewer at a time",
                null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}

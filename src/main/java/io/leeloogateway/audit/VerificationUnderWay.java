package io.leeloogateway.audit;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The diary is verified once at a time: it takes a connection and a processor for as long as it lasts. */
final class VerificationUnderWay extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final Duration REST = Duration.ofSeconds(10);

    VerificationUnderWay() {
        super(ProblemType.RATE_LIMITED, "the diary is being verified already, one at a time", null);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(REST);
    }
}

package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body did not arrive before the deadline of the request, or the connection was silent for too long. */
final class RequestBodyLate extends ProblemException {

    private static final long serialVersionUID = 1;

    RequestBodyLate(@Nullable IOException cause) {
        super(ProblemType.REQUEST_TIMEOUT, "the body did not arrive in time", cause);
    }
}

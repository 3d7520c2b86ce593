package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Route;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.method.HandlerMethod;

/** An idempotency key where nothing is replayed: to replay a new API key, the gateway would have to store its secret. */
final class IdempotencyKeyUnsupported extends ProblemException {

    private static final long serialVersionUID = 1;

    private static final String HEADER = "Idempotency-Key";

    private IdempotencyKeyUnsupported() {
        super(
                ProblemType.IDEMPOTENCY_KEY_UNSUPPORTED,
                HEADER + " is supported only with changes at Leeloo; nothing was done",
                null);
    }

    static void check(HttpServletRequest request, HandlerMethod method) {
        if (request.getHeader(HEADER) != null && !SafeMethods.include(request) && !isReplayable(method)) {
            throw new IdempotencyKeyUnsupported();
        }
    }

    private static boolean isReplayable(HandlerMethod method) {
        var route = method.getMethodAnnotation(Route.class);
        return route != null && route.kind() == Route.Kind.CHANGE;
    }
}

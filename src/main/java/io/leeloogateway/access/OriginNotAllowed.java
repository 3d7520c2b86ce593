package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** A page of another origin sent the request, and CORS does not allow it. */
final class OriginNotAllowed extends ProblemException {

    private static final long serialVersionUID = 1;

    OriginNotAllowed() {
        super(
                ProblemType.ORIGIN_NOT_ALLOWED,
                "pages of this origin may not send this request; allowed are the origins in gateway.access.cors.allowed-origins",
                null);
    }
}

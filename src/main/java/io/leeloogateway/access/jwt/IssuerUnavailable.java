package io.leeloogateway.access.jwt;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** A token cannot be verified because its issuer is unavailable; the token may be valid. */
public final class IssuerUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    IssuerUnavailable(Throwable cause) {
        super(ProblemType.ISSUER_UNAVAILABLE, "the issuer of the token does not answer", cause);
    }
}

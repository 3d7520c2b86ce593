package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/**
 * The request has no valid credential. The response is the same for every invalid credential, so that it reveals nothing about keys; only a
 * request without any credential gets another one.
 */
final class Unauthenticated extends ProblemException {

    private static final long serialVersionUID = 1;

    Unauthenticated() {
        this("the request has no valid API key");
    }

    private Unauthenticated(String detail) {
        super(ProblemType.UNAUTHENTICATED, detail, null);
    }

    static Unauthenticated withoutCredential() {
        return new Unauthenticated("the request has no API key; send it in the header Authorization: Bearer lgw_…");
    }
}

package io.leeloogateway.problem;

/** A body that is larger than any request has reason to be. */
final class BodyTooLarge extends ProblemException {

    static final int MAX_BYTES = 1024 * 1024;

    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super(ProblemType.BODY_TOO_LARGE, "the body may have at most 1 MiB", null);
    }
}

package io.leeloogateway.cache;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The caller wants a copy and nothing else, and there is none that is good enough (RFC 9111, 5.2.1.7). */
final class OnlyIfCachedMiss extends ProblemException {

    private static final long serialVersionUID = 1;

    OnlyIfCachedMiss() {
        super(ProblemType.NOT_COPIED, "only-if-cached: there is no copy that is good enough", null);
    }
}

package io.leeloogateway.cache;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The request says only-if-cached, and no cache entry is fresh enough (RFC 9111, 5.2.1.7). */
final class OnlyIfCachedMiss extends ProblemException {

    private static final long serialVersionUID = 1;

    OnlyIfCachedMiss() {
        super(ProblemType.NOT_CACHED, "only-if-cached: no cache entry is fresh enough", null);
    }
}

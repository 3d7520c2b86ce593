package io.leeloogateway.audit.query;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** No entry has this id, or the caller must not see it. */
final class EntryNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    EntryNotFound(String detail) {
        super(ProblemType.NOT_FOUND, detail, null);
    }
}

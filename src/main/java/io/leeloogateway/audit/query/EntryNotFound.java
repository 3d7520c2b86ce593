package io.leeloogateway.audit.query;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Nothing of that id stands in the diary, or nothing that the caller may see. */
final class EntryNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    EntryNotFound(String detail) {
        super(ProblemType.NOT_FOUND, detail, null);
    }
}

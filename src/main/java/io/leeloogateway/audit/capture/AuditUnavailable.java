package io.leeloogateway.audit.capture;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The entry of a request could not be committed, or could not wait to be, so it is not answered. */
final class AuditUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    private AuditUnavailable(String detail, @Nullable Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, detail, cause);
    }

    static AuditUnavailable because(Exception cause) {
        return new AuditUnavailable("the request could not be written into the diary", cause);
    }

    /** Nothing was done yet. */
    static AuditUnavailable full() {
        return new AuditUnavailable("too many requests wait to be written into the diary", null);
    }
}

package io.leeloogateway.audit.capture;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The audit event of a request cannot be committed or queued, so the request is not served. */
final class AuditUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    private AuditUnavailable(String detail, @Nullable Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, detail, cause);
    }

    static AuditUnavailable causedBy(Exception cause) {
        return new AuditUnavailable("the request could not be recorded in the audit log", cause);
    }

    /** Thrown before the request is processed. */
    static AuditUnavailable overloaded() {
        return new AuditUnavailable("too many requests wait to be recorded in the audit log", null);
    }
}

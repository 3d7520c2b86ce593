package io.leeloogateway.audit;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The entry of a request could not be committed, or could not wait to be, so it is not answered. */
final class DiaryUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    private DiaryUnavailable(String detail, @Nullable Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, detail, cause);
    }

    static DiaryUnavailable because(Exception cause) {
        return new DiaryUnavailable("the request could not be written into the diary", cause);
    }

    /** Nothing was done yet. */
    static DiaryUnavailable full() {
        return new DiaryUnavailable("too many requests wait to be written into the diary", null);
    }
}

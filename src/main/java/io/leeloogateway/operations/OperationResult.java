package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeEnd;
import io.leeloogateway.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param outcome in a word
 * @param status the HTTP status of its answer, where there is one
 * @param answer what a repeat is answered with, where that is known
 * @param madeId the id of what was made
 * @param evidence how that is known, where Leeloo did not say it itself
 * @param by who says so
 * @param keyIsFree whether the same key may be used for another try
 * @param problem the kind of problem it was answered with
 */
public record OperationResult(
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String madeId,
        @Nullable String evidence,
        String by,
        boolean keyIsFree,
        @Nullable String problem) {

    public static final String GATEWAY = "gateway";

    /** PostgreSQL knows no NUL; ids are what Leeloo says they are. */
    public OperationResult {
        madeId = madeId == null ? null : madeId.replace("\0", "");
        evidence = evidence == null ? null : evidence.replace("\0", "");
    }

    /** For what is known without an answer. */
    public static OperationResult of(Outcome outcome, @Nullable Integer status, String by, @Nullable String evidence) {
        return new OperationResult(outcome, status, null, null, evidence, by, isFree(outcome), null);
    }

    /** The outcome alone, where the rest is nothing that the database takes. */
    public OperationResult bare() {
        return new OperationResult(outcome, status, null, null, null, by, keyIsFree, problem);
    }

    /** What the diary is told, of one who was at that until now. */
    ChangeEnd told(Outcome before) {
        return new ChangeEnd(before != Outcome.SENDING, outcome, status, problem, madeId, by);
    }

    private static boolean isFree(Outcome outcome) {
        return switch (outcome) {
            case NOT_SENT, NOT_APPLIED -> true;
            case SENDING, UNKNOWN, APPLIED, REJECTED -> false;
        };
    }
}

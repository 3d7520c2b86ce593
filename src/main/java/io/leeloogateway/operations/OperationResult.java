package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeEnd;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a change, as the operation records it.
 *
 * @param status the HTTP status of the response, if there is a response
 * @param response the stored response for a replay of the request, if the response is known
 * @param createdId the id of the created person or order
 * @param evidence the reason for the outcome, if the outcome is not from Leeloo's response
 * @param by the source of the outcome: the gateway, the reconciler or a client
 * @param releasesKey whether a retry may use the same idempotency key
 * @param problem the slug of the problem in the response
 */
public record OperationResult(
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String response,
        @Nullable String createdId,
        @Nullable String evidence,
        String by,
        boolean releasesKey,
        @Nullable String problem) {

    public static final String GATEWAY = "gateway";

    /** PostgreSQL's text type has no NUL, but Leeloo's ids are arbitrary strings. */
    public OperationResult {
        createdId = createdId == null ? null : createdId.replace("\0", "");
        evidence = evidence == null ? null : evidence.replace("\0", "");
    }

    /** An outcome without a response. */
    public static OperationResult of(Outcome outcome, @Nullable Integer status, String by, @Nullable String evidence) {
        return new OperationResult(outcome, status, null, null, evidence, by, releasesKey(outcome), null);
    }

    /** For an outcome that cannot be recorded: unknown, without any value of Leeloo. */
    public static OperationResult unrecordable(Throwable reason) {
        return new OperationResult(
                Outcome.UNKNOWN,
                ProblemType.LEELOO_UNREADABLE.status().value(),
                null,
                null,
                "the outcome cannot be recorded: " + DatabaseFailureClassifier.reason(reason),
                GATEWAY,
                false,
                ProblemType.LEELOO_UNREADABLE.slug());
    }

    ChangeEnd toChangeEnd(Outcome previous) {
        return new ChangeEnd(previous != Outcome.SENDING, outcome, status, problem, createdId, by);
    }

    private static boolean releasesKey(Outcome outcome) {
        return switch (outcome) {
            case NOT_SENT, NOT_APPLIED -> true;
            case SENDING, UNKNOWN, APPLIED, REJECTED -> false;
        };
    }
}

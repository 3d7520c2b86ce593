package io.leeloogateway.problem.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.Problem;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import io.swagger.v3.core.util.Json31;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates an example of each problem type for an operation. */
final class ProblemExamples {

    private static final String REQUEST_ID = "7b1c9f0e-3a52-4d0b-9c0f-2f6f1f6f5a11";

    private static final UUID OPERATION_ID = UUID.fromString("019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57");

    private ProblemExamples() {}

    static JsonNode of(ProblemType type, DocumentedOperation operation) {
        var outcome = operation.sendsChange() ? outcome(type) : null;
        return Json31.mapper()
                .valueToTree(new Problem(
                        type.uri(),
                        type.title(),
                        type.status().value(),
                        detail(type, operation),
                        Problem.instance(REQUEST_ID),
                        REQUEST_ID,
                        type.isRetryable() && outcome != Outcome.UNKNOWN,
                        outcome,
                        outcome == null || outcome == Outcome.NOT_SENT ? null : OPERATION_ID,
                        errors(type, operation)));
    }

    private static String detail(ProblemType type, DocumentedOperation operation) {
        return switch (type) {
            case INVALID_REQUEST -> "colour: is not a parameter of this route";
            case PRECONDITION_UNSUPPORTED -> "If-Match is not supported with a change; nothing was done";
            case IDEMPOTENCY_KEY_UNSUPPORTED ->
                "Idempotency-Key is supported only with changes at Leeloo; nothing was done";
            case UNAUTHENTICATED -> "the request has no valid API key";
            case MISSING_SCOPE -> "the key lacks the scope " + operation.neededScope();
            case NOT_FOUND -> operation.callsLeeloo() ? "the id is unknown to Leeloo" : "nothing has this name or id";
            case NOT_ACCEPTABLE -> "the response is application/json";
            case CONFLICT -> conflict(operation);
            case BODY_TOO_LARGE -> "the body may have at most 128 KiB";
            case UNSUPPORTED_MEDIA_TYPE -> "send application/json";
            case RATE_LIMITED -> "the client's 600 requests of this minute are used up";
            case TOO_MANY_BODIES ->
                "the bodies of the client's requests in progress are too large together; send fewer at a time";
            case OVERLOADED -> "too many large bodies arrive at the moment";
            case OPERATION_IN_PROGRESS -> "the change is still in progress: /api/v1/operations/" + OPERATION_ID;
            case OPERATION_UNKNOWN -> "the outcome of the change is not known yet: /api/v1/operations/" + OPERATION_ID;
            case RESPONSE_UNAVAILABLE -> "the change was applied, see /api/v1/operations/" + OPERATION_ID;
            case IDEMPOTENCY_KEY_REUSED -> "the Idempotency-Key was first used for another request; nothing was sent";
            case NOT_CACHED -> "only-if-cached: no cache entry is fresh enough";
            case ERASURE_INCOMPLETE -> "the data of 4200 operations is not erased yet";
            case CHANGES_DISABLED -> "changes are disabled; reads are still served";
            case LEELOO_REJECTED -> "Leeloo rejected the request: FORMAT_ERROR";
            case LEELOO_UNREADABLE -> "Leeloo's response is not JSON";
            case LEELOO_CREDENTIALS -> "Leeloo rejected the gateway's token; your key is valid";
            case LEELOO_THROTTLED -> "Leeloo's rate limit is reached";
            case LEELOO_QUOTA_EXHAUSTED -> "the calls to Leeloo that all clients share are used up";
            case LEELOO_UNAVAILABLE -> "Leeloo could not be reached or closed the connection";
            case DEADLINE_EXCEEDED -> "Leeloo did not respond in time";
            case DATABASE_UNAVAILABLE -> "the database does not respond";
            case ORIGIN_NOT_ALLOWED,
                    REQUEST_TIMEOUT,
                    ROUTE_NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    RANGE_NOT_SATISFIABLE,
                    EXPECTATION_FAILED,
                    ISSUER_UNAVAILABLE,
                    INTERNAL_ERROR,
                    GATEWAY_UNAVAILABLE,
                    NOT_IMPLEMENTED,
                    HTTP_VERSION_NOT_SUPPORTED ->
                throw new IllegalArgumentException(type + " is no problem of an operation");
        };
    }

    private static String conflict(DocumentedOperation operation) {
        if (operation.deletesClient()) {
            return "the client has sent requests; change its state to frozen instead";
        }
        if (operation.startsSyncRun()) {
            return "another run of people is not finished yet";
        }
        return operation.resolvesOperation()
                ? "the operation is applied, only an unknown operation can be resolved"
                : "another client has this name";
    }

    private static @Nullable List<InvalidField> errors(ProblemType type, DocumentedOperation operation) {
        return switch (type) {
            case INVALID_REQUEST -> List.of(new InvalidField("colour", "unknown", "is not a parameter of this route"));
            case LEELOO_REJECTED ->
                RejectedField.of(operation)
                        .map(RejectedField::error)
                        .map(List::of)
                        .orElse(null);
            default -> null;
        };
    }

    /** The outcome of a change; absent for unauthenticated requests. */
    private static @Nullable Outcome outcome(ProblemType type) {
        return switch (type.status()) {
            case UNAUTHORIZED -> null;
            case CONFLICT, UNPROCESSABLE_CONTENT -> outcomeOfKnown(type);
            case NOT_FOUND -> Outcome.REJECTED;
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> Outcome.UNKNOWN;
            case SERVICE_UNAVAILABLE -> outcomeOfUnavailable(type);
            default -> Outcome.NOT_SENT;
        };
    }

    /** The outcome of a rejected change or of the operation that owns the Idempotency-Key. */
    private static Outcome outcomeOfKnown(ProblemType type) {
        return switch (type) {
            case LEELOO_REJECTED -> Outcome.REJECTED;
            case OPERATION_IN_PROGRESS -> Outcome.SENDING;
            case OPERATION_UNKNOWN -> Outcome.UNKNOWN;
            default -> Outcome.APPLIED;
        };
    }

    private static @Nullable Outcome outcomeOfUnavailable(ProblemType type) {
        return switch (type) {
            case LEELOO_UNAVAILABLE -> Outcome.UNKNOWN;
            case DATABASE_UNAVAILABLE, CHANGES_DISABLED, OVERLOADED, LEELOO_QUOTA_EXHAUSTED -> Outcome.NOT_SENT;
            default -> Outcome.REJECTED;
        };
    }
}

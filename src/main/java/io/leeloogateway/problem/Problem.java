package io.leeloogateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem (RFC 9457).
 *
 * @param type the address of the page that explains this type of problem
 * @param title the type of problem in a few words
 * @param status the HTTP status
 * @param detail the cause of this occurrence
 * @param instance the address of the failed request: {@code /api/v1/requests/{requestId}}
 * @param requestId the id of the failed request; name it in a support request
 * @param retryable true if the same request can be sent again safely and may succeed
 * @param outcome changes only: the outcome of the change
 * @param operationId changes with an operation only: its id, see {@code /api/v1/operations/{operationId}}
 * @param errors the invalid values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable URI instance,
        @Nullable String requestId,
        boolean retryable,
        @Nullable Outcome outcome,
        @Nullable UUID operationId,
        @Nullable List<InvalidField> errors) {

    /** The problem of the current request; without a current request, instance and request id are absent. */
    static Problem of(ProblemType type, String detail, List<InvalidField> errors) {
        var context = RequestContext.find();
        var operation = context.flatMap(RequestContext::operation);
        var outcome = context.flatMap(RequestContext::outcome).orElse(null);
        var requestId = operation.map(OperationRef::requestId).or(() -> context.map(RequestContext::id));
        return new Problem(
                type.uri(),
                type.title(),
                type.status().value(),
                detail,
                requestId.map(Problem::instance).orElse(null),
                requestId.orElse(null),
                type.isRetryable() && outcome != Outcome.UNKNOWN,
                outcome,
                operation.map(OperationRef::operationId).orElse(null),
                errors.isEmpty() ? null : List.copyOf(errors));
    }

    /** The address of a failed request. */
    public static URI instance(String requestId) {
        return URI.create("/api/v1/requests/" + requestId);
    }
}

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
 * What went wrong (RFC 9457).
 *
 * @param type the address where this kind of problem is explained
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance the route that was called, as a template
 * @param requestId the id to name when asking for help
 * @param retryable true where sending the same request again is safe and may succeed
 * @param outcome on changes only: what became of it
 * @param operationId on changes that were written down: the operation, to be found at {@code /api/v1/operations/{operationId}}
 * @param errors which values are wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        boolean retryable,
        @Nullable Outcome outcome,
        @Nullable UUID operationId,
        @Nullable List<InvalidField> errors) {

    static Problem of(ProblemType type, String detail, @Nullable String instance, List<InvalidField> errors) {
        var context = RequestContext.find();
        var entry = context.flatMap(RequestContext::operation);
        var outcome = context.flatMap(RequestContext::outcome).orElse(null);
        return new Problem(
                type.uri(),
                type.title(),
                type.status().value(),
                detail,
                instance,
                entry.map(OperationRef::requestId)
                        .or(() -> context.map(RequestContext::id))
                        .orElse(null),
                type.isRetryable() && outcome != Outcome.UNKNOWN,
                outcome,
                entry.map(OperationRef::operationId).orElse(null),
                errors.isEmpty() ? null : List.copyOf(errors));
    }
}

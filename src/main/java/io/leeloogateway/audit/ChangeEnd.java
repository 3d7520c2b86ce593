package io.leeloogateway.audit;

import io.leeloogateway.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The result of a change.
 *
 * @param isLater whether an earlier event already recorded another result
 * @param outcome the outcome of the operation
 * @param status the HTTP status of the response, if there is one
 * @param problem the problem type of the response, if it is a problem
 * @param madeId the id of the created resource
 * @param by the source of this result: {@code gateway} or a client id
 */
public record ChangeEnd(
        boolean isLater,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String madeId,
        String by) {}

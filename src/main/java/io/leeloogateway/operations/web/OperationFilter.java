package io.leeloogateway.operations.web;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list of operations.
 *
 * @param outcome only operations with this outcome
 * @param client only operations of the client with this name or id; without scope {@code admin} the list has only your own
 * @param action only operations with this action
 * @param target only operations on the target with this id
 * @param from only operations that started at this instant or later
 * @param to only operations that started before this instant
 * @param sort {@code -startedAt} for the newest first, which is the default, or {@code startedAt} for the oldest first
 */
record OperationFilter(
        @Nullable Outcome outcome,
        @Size(min = 1, max = 100) @Nullable String client,
        @Size(min = 1, max = 100) @Nullable String action,
        @Size(min = 1, max = 100) @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(defaultValue = "-startedAt")
        @Pattern(regexp = "-?startedAt", message = "must be startedAt or -startedAt")
        @Nullable
        String sort) {

    boolean isOldestFirst() {
        return "startedAt".equals(sort);
    }

    /** Not in the constructor: Spring reports an exception during binding as a server error. */
    OperationFilter checked() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        return this;
    }
}

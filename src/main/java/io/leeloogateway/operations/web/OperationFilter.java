package io.leeloogateway.operations.web;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Outcome;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which operations are wanted.
 *
 * @param outcome only those of this outcome
 * @param route only those that asked for this: {@code people.addTag}
 * @param target only those about the thing with this id
 * @param from only those that were begun at this instant or later
 * @param to only those that were begun before this instant
 */
record OperationFilter(
        @Nullable Outcome outcome,
        @Size(max = 100) @Nullable String route,
        @Size(max = 100) @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Not while it is bound: what a constructor throws there is nobody's fault. */
    OperationFilter checked() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        return this;
    }
}

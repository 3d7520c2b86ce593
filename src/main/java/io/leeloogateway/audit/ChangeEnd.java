package io.leeloogateway.audit;

import io.leeloogateway.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param isLater whether something else was believed until now
 * @param outcome in a word
 * @param status the HTTP status of its answer, where there is one
 * @param problem the kind of problem it was answered with
 * @param madeId the id of what was made
 * @param by who says so
 */
public record ChangeEnd(
        boolean isLater,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String madeId,
        String by) {}

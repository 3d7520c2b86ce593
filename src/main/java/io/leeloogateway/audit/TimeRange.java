package io.leeloogateway.audit;

import io.leeloogateway.problem.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time.
 *
 * @param from from this instant on; from the beginning unless given
 * @param to until before this instant; to the end unless given
 */
record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    /** Not while it is bound: what a constructor throws there is nobody's fault. */
    TimeRange checked() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        return this;
    }
}

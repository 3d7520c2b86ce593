package io.leeloogateway.sync;

import io.leeloogateway.problem.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A new run.
 *
 * @param kind what the run walks
 * @param mode {@code full} walks the whole list, {@code recent} only people who wrote since the last run
 */
record SyncRunForm(
        @NotNull SyncKind kind,
        @Schema(defaultValue = "full") @Nullable SyncMode mode) {

    /** Leeloo's other lists have no filter for the time of a change. */
    SyncMode checkedMode() {
        if (mode == SyncMode.RECENT && kind != SyncKind.PEOPLE) {
            throw InvalidRequest.of("mode", "contradictory", "must be full, except for kind people");
        }
        return mode == null ? SyncMode.FULL : mode;
    }
}

package io.leeloogateway.audit.integrity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the audit log and the events or seals that were written.
 *
 * @param seal the number of the seal of the segment; null without a seal
 * @param from the time of the oldest event of the segment
 * @param to the time of the newest event of the segment
 * @param detail the difference
 */
@Schema(name = "AuditFinding")
public record Finding(
        @Schema(example = "3913") @Nullable Long seal,
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(example = "1200 events were sealed, 1199 exist")
        String detail) {}

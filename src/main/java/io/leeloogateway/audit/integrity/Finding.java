package io.leeloogateway.audit.integrity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written or sealed.
 *
 * @param seal the number of the seal whose segment it is in; null where no seal covers it
 * @param from when the oldest event of that segment was written
 * @param to when the newest was
 * @param detail what is wrong
 */
@Schema(name = "AuditFinding")
public record Finding(
        @Schema(example = "3913") @Nullable Long seal,
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(example = "1200 events were sealed, 1199 are there")
        String detail) {}

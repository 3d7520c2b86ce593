package io.leeloogateway.access.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The recent requests of a client, with a delay of a few seconds.
 *
 * @param lastUsedAt the last request with one of its keys; null if there was none
 * @param lastMinute the requests of the last whole minute
 * @param busiestMinute the requests of the busiest minute of the last hour
 */
public record ClientActivity(
        @Schema(example = "2026-11-23T09:01:12.345Z") @Nullable
        Instant lastUsedAt,

        @Schema(example = "42") long lastMinute,
        @Schema(example = "311") long busiestMinute) {

    public static final ClientActivity NONE = new ClientActivity(null, 0, 0);
}

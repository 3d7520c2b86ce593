package io.leeloogateway.quota;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * The calls to Leeloo of the last hour.
 *
 * @param limit the most calls in any 60 seconds
 * @param items the calls by minute, the oldest minute first; only minutes with calls
 */
@Schema(name = "QuotaHistory")
record QuotaHistoryView(@Schema(example = "300") int limit, List<Minute> items) {

    QuotaHistoryView {
        items = List.copyOf(items);
    }

    /**
     * The calls of a minute.
     *
     * @param minute the beginning of the minute
     * @param name the class of calls or the id of the client; {@code gateway} for calls of the gateway's own, {@code others} for clients after the tenth
     * @param used the calls that were made
     * @param waited those of them that waited for their turn for 100 ms or longer
     * @param refused the calls that were not made because their turn would have come after their deadline
     */
    @Schema(name = "QuotaMinute")
    record Minute(
            @Schema(example = "2026-11-23T08:15:00.000Z") Instant minute,
            @Schema(example = "interactive-read") String name,
            @Schema(example = "187") long used,
            @Schema(example = "12") long waited,
            @Schema(example = "3") long refused) {}
}

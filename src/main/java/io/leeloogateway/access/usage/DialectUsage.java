package io.leeloogateway.access.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The requests of a client in the last seven days, by the API that it spoke.
 *
 * @param gateway requests under {@code /api/v1}
 * @param leeloo requests in Leeloo's own API, under {@code /leeloo/api/v2}
 * @param leelooActions the requests in Leeloo's own API, by action
 */
@Schema(name = "DialectUsage")
public record DialectUsage(
        @Schema(example = "1200") long gateway,
        @Schema(example = "42") long leeloo,
        List<ActionUsage> leelooActions) {}

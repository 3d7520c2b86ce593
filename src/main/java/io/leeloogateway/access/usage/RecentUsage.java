package io.leeloogateway.access.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The requests of a client, by action.
 *
 * @param lastHour the requests of this minute and the 60 minutes before
 * @param lastDay the requests of this minute and the 1440 minutes before
 * @param lastWeek the requests of the last seven days, by the API that the client spoke
 */
@Schema(name = "Usage")
public record RecentUsage(List<ActionUsage> lastHour, List<ActionUsage> lastDay, DialectUsage lastWeek) {}

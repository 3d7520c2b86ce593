package io.leeloogateway.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How much of a list a run walks. */
@Schema(enumAsRef = true)
enum SyncMode {
    /** The whole list; an entry that the run does not meet is checked at Leeloo. */
    FULL,
    /** Only people who wrote lately. */
    RECENT;

    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}

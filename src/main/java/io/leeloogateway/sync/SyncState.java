package io.leeloogateway.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The state of a run. */
@Schema(enumAsRef = true)
enum SyncState {
    /** The run starts within a few seconds. */
    QUEUED,
    RUNNING,
    COMPLETED,
    /** Leeloo failed or its list was inconsistent; the run removed nothing. */
    FAILED,
    CANCELLED;

    boolean isFinished() {
        return this != QUEUED && this != RUNNING;
    }

    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leeloogateway.request;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The outcome of a change. */
@Schema(enumAsRef = true)
public enum Outcome {
    /** The change is in progress. */
    SENDING,
    /** Leeloo applied the change. */
    APPLIED,
    /** A later outcome check shows that Leeloo did not apply the change. */
    NOT_APPLIED,
    /** Leeloo rejected the change; nothing changed. */
    REJECTED,
    /** The gateway did not send the change. */
    NOT_SENT,
    /** The gateway sent the change and received no readable response: Leeloo may or may not have applied the change. */
    UNKNOWN;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.leeloogateway.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a change. */
public enum Outcome {
    /** Under way. */
    SENDING,
    /** Leeloo took it. */
    APPLIED,
    /** It was looked for later and is provably not there. */
    NOT_APPLIED,
    /** Leeloo said no; nothing changed. */
    REJECTED,
    /** It provably never left the gateway. */
    NOT_SENT,
    /** It left and no readable answer came: it may or may not have been applied. */
    UNKNOWN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

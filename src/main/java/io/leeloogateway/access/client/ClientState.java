package io.leeloogateway.access.client;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The state of a client. */
@Schema(enumAsRef = true)
public enum ClientState {
    /** Its keys are accepted. */
    ACTIVE,
    /** All its keys are rejected. */
    FROZEN;

    /** The state in requests, responses and the database. */
    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a state that this version does not know as {@link #FROZEN}. */
    static ClientState of(String value) {
        return value.equals(ACTIVE.value()) ? ACTIVE : FROZEN;
    }
}

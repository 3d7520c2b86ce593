package io.leeloogateway.access.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a client may call. */
public enum ClientState {
    /** Its keys work. */
    ACTIVE,
    /** None of its keys works, until it is active again. */
    FROZEN;

    /** As it is written in requests, answers and the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A state that this version does not know opens nothing. */
    static ClientState of(String word) {
        return word.equals(ACTIVE.word()) ? ACTIVE : FROZEN;
    }
}

package io.leeloogateway.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What a synchronization walks. */
@Schema(enumAsRef = true)
public enum SyncKind {
    PEOPLE,
    ORDERS,
    TAGS,
    USERS,
    CONNECTIONS,
    TEMPLATES,
    TUNNELS;

    /** The name in requests, responses and the database: {@code people}. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SyncKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}

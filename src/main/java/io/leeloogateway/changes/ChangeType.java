package io.leeloogateway.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How a resource changed. */
@Schema(enumAsRef = true)
enum ChangeType {
    CREATED,
    UPDATED,
    GONE;

    /** The name in responses and the database: {@code created}. */
    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeType of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}

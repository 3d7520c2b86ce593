package io.leeloogateway.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What changed. */
@Schema(name = "ChangeKind", enumAsRef = true)
enum ResourceKind {
    PERSON("people:read"),
    ORDER("orders:read");

    private final String scope;

    ResourceKind(String scope) {
        this.scope = scope;
    }

    /** The scope that shows changes of this kind. */
    String scope() {
        return scope;
    }

    /** The name in requests, responses and the database: {@code person}. */
    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ResourceKind> of(String value) {
        return Arrays.stream(values())
                .filter(kind -> kind.value().equals(value))
                .findFirst();
    }
}

package io.leeloogateway.audit.query;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that got a value.
 *
 * @param field its name
 * @param value the value, where it is not personal
 * @param pseudonym what stands for a phone or an e-mail: the same for the same
 */
@Schema(name = "AuditField")
record FieldView(
        @Schema(example = "status") String field,
        @Schema(example = "RESOLVED") @Nullable String value,

        @Schema(example = "5e884898da28047151d0e56f") @Nullable
        String pseudonym) {

    static FieldView of(JsonNode field) {
        return new FieldView(
                field.path("field").stringValue(),
                field.path("value").stringValue(null),
                field.path("pseudonym").stringValue(null));
    }

    @Override
    public String toString() {
        if (value != null) {
            return field + "=" + value;
        }
        return pseudonym == null ? field : field + "~" + pseudonym;
    }
}

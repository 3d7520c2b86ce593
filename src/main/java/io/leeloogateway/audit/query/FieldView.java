package io.leeloogateway.audit.query;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that a request set.
 *
 * @param field the name of the field
 * @param value the value, unless it is personal data
 * @param pseudonym the pseudonym of a phone number or an e-mail address; equal values have equal pseudonyms; null for the rest of an import after its first 100 phones and e-mails
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

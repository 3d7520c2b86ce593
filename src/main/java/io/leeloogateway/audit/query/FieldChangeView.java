package io.leeloogateway.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A field that a change gave a value.
 *
 * @param field its name
 * @param value the value, where it is not personal
 * @param pseudonym a random name that stands for a phone or an e-mail, the same for the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChangeView(
        String field, @Nullable String value, @Nullable String pseudonym) {

    public static FieldChangeView named(String field) {
        return new FieldChangeView(field, null, null);
    }
}

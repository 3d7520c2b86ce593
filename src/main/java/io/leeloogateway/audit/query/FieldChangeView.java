package io.leeloogateway.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A changed field in the form that is stored.
 *
 * @param field the name of the field
 * @param value the value, unless it is personal data
 * @param pseudonym the random pseudonym of a phone number or an e-mail address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChangeView(
        String field, @Nullable String value, @Nullable String pseudonym) {

    public static FieldChangeView named(String field) {
        return new FieldChangeView(field, null, null);
    }
}

package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import org.jspecify.annotations.Nullable;

/**
 * A field that the company added to its people's cards.
 *
 * @param type its kind, open: PHONE, TEXT
 * @param name its name
 * @param value what it holds
 */
record CustomFieldView(
        @Nullable String type, String name, @Nullable String value) {

    static CustomFieldView of(CustomField field) {
        return new CustomFieldView(field.type(), field.name(), field.value());
    }
}

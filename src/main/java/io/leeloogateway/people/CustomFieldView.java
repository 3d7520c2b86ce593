package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import org.jspecify.annotations.Nullable;

/**
 * A custom field: a field that the company added to the profiles of its people.
 *
 * @param type type of the field; an open list of values, such as PHONE or STRING
 * @param name name of the field
 * @param value the value
 */
record CustomFieldView(
        @Nullable String type, String name, @Nullable String value) {

    static CustomFieldView of(CustomField field) {
        return new CustomFieldView(field.type(), field.name(), field.value());
    }
}

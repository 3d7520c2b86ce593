package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new value of a custom field.
 *
 * @param type type of the field; an open list of values, such as PHONE or STRING; at most 64 characters
 * @param name name of the field, 1 to 255 characters
 * @param value the new value, at most 4096 characters
 */
record CustomFieldForm(
        @NotBlank @Size(max = 64) String type,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Size(max = 4096) String value) {

    CustomField toField() {
        return new CustomField(type, name, value);
    }
}

package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a field that the company added is to hold.
 *
 * @param type its kind, open: PHONE, TEXT; at most 64 characters
 * @param name its name, 1 to 255 characters
 * @param value what it is to hold, at most 4096 characters
 */
record CustomFieldForm(
        @NotBlank @Size(max = 64) String type,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Size(max = 4096) String value) {

    CustomField toField() {
        return new CustomField(type, name, value);
    }
}

package io.leeloogateway.people;

import io.leeloogateway.leeloo.CustomField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A field that the company added to its people's cards.
 *
 * @param type its kind, open: PHONE, TEXT, …
 * @param name its name, 1 to 255 characters
 * @param value what it holds, at most 4096 characters
 */
record CustomFieldView(
        @NotBlank @Size(max = 64) @Nullable String type,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Size(max = 4096) @Nullable String value) {

    static CustomFieldView of(CustomField field) {
        return new CustomFieldView(field.type(), field.name(), field.value());
    }

    CustomField toField() {
        return new CustomField(type, name, value);
    }
}

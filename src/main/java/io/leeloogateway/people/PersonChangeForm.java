package io.leeloogateway.people;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a person; fields that are absent stay as they are. Leeloo does not clear a field: null is a 400.
 *
 * @param phone phone number in E.164
 * @param email e-mail address
 * @param customFields custom fields, at most 100; whether Leeloo keeps the other custom fields is not documented
 */
record PersonChangeForm(
        @E164 @Nullable String phone,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @Size(max = 100) @Nullable List<@NotNull @Valid CustomFieldForm> customFields) {

    ChangePerson toChange(String personId) {
        if (phone == null && email == null && customFields == null) {
            throw InvalidRequest.of("body", "required", "must name at least one of phone, email, customFields");
        }
        return new ChangePerson(
                personId,
                phone,
                email,
                customFields == null
                        ? null
                        : customFields.stream().map(CustomFieldForm::toField).toList());
    }
}

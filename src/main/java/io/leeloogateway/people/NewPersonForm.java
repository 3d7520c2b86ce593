package io.leeloogateway.people;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.CreatePerson;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new person.
 *
 * @param name name of the person, 1 to 255 characters
 * @param email e-mail address
 * @param phone phone number in E.164
 * @param leadGenerationToolId id of the lead generation tool through which the person came
 * @param operatorIds ids of the users who see the profile, at most 100
 */
record NewPersonForm(
        @NotBlank @Size(max = 255) String name,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @E164 @Nullable String phone,
        @LeelooId @Nullable String leadGenerationToolId,
        @Size(max = 100) @Nullable List<@NotNull @LeelooId String> operatorIds) {

    CreatePerson toChange() {
        return new CreatePerson(
                name, email, phone, leadGenerationToolId, operatorIds == null ? List.of() : operatorIds);
    }
}

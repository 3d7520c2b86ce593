package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.model.CustomField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 17. */
record PersonChangeBody(
        @Nullable String phone,
        @Nullable String email,
        @JsonProperty("custom_fields") @Nullable List<CustomField> customFields) {

    static PersonChangeBody of(ChangePerson change) {
        return new PersonChangeBody(change.phone(), change.email(), change.customFields());
    }
}

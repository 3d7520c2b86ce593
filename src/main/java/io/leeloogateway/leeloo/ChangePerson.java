package io.leeloogateway.leeloo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operation 17: changes a person's card. */
public record ChangePerson(
        String personId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable List<CustomField> customFields) implements Change<Accepted> {

    public ChangePerson {
        customFields = customFields == null ? null : List.copyOf(customFields);
    }

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}

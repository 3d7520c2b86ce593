package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.CustomField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 17: change a person's contact details and custom fields. */
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

package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.CreatedPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 16: create a person. Leeloo also creates its manual channel. */
public record CreatePerson(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String leadGenerationToolId,
        List<String> operatorIds)
        implements Change<CreatedPerson> {

    public CreatePerson {
        operatorIds = List.copyOf(operatorIds);
    }

    @Override
    public Target target() {
        return Target.all("people");
    }
}

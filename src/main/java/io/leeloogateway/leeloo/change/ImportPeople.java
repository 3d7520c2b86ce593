package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.SmsImport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 19: import people by SMS. Leeloo creates the people later. */
public record ImportPeople(
        List<ImportedPerson> people,
        String connectionId,
        @Nullable String leadGenerationToolId,
        List<String> tagIds) implements Change<SmsImport> {

    public ImportPeople {
        people = List.copyOf(people);
        tagIds = List.copyOf(tagIds);
    }

    @Override
    public Target target() {
        return Target.inBody("connection", connectionId);
    }
}

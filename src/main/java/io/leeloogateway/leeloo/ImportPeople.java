package io.leeloogateway.leeloo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operation 19: brings many people in by SMS, later. */
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

package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.ImportedPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 19. */
record ImportBody(
        List<ImportedPerson> data,
        @JsonProperty("connection_id") String connectionId,
        @JsonProperty("leadgentool_id") @Nullable String toolId,
        List<String> tags) {

    static ImportBody of(ImportPeople change) {
        return new ImportBody(change.people(), change.connectionId(), change.leadGenerationToolId(), change.tagIds());
    }
}

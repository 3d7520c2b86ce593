package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.change.CreatePerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 16. */
record NewPersonBody(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @JsonProperty("leadgentool_id") @Nullable String toolId,
        @JsonProperty("connected_users_ids") @Nullable List<String> operatorIds) {

    static NewPersonBody of(CreatePerson change) {
        return new NewPersonBody(
                change.name(),
                change.email(),
                change.phone(),
                change.leadGenerationToolId(),
                change.operatorIds().isEmpty() ? null : change.operatorIds());
    }
}

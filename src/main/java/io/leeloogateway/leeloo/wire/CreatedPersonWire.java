package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.CreatedPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Response of Leeloo endpoint 16. Its {@code id} is the id of the new channel, not of the person. */
record CreatedPersonWire(
        String id,
        @JsonProperty("person_id") String personId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @JsonAlias("created_at") @Nullable Instant createdAt) {

    CreatedPerson toPerson() {
        return new CreatedPerson(personId, id, name, LeelooJson.defined(email), LeelooJson.defined(phone), createdAt);
    }
}

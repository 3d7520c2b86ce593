package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.CreatedPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer of operation 16: its {@code id} is the new channel's, not the person's. */
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

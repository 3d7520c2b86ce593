package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.PersonChannel;
import org.jspecify.annotations.Nullable;

/** A channel of a person in Leeloo's JSON. */
record AccountWire(
        @JsonProperty("account_id") @JsonAlias({"accountId", "id"})
        String id,

        @JsonProperty("connection_id") @Nullable String connectionId,
        @JsonProperty("connection_status") @Nullable String connectionStatus,
        @Nullable String from) {

    PersonChannel toChannel() {
        return new PersonChannel(
                id, LeelooJson.defined(connectionId), LeelooJson.defined(connectionStatus), LeelooJson.defined(from));
    }
}

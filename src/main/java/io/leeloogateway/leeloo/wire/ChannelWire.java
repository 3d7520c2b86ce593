package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.Channel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A communication channel in Leeloo's JSON. */
record ChannelWire(
        String id,
        @JsonProperty("person_id") @Nullable String personId,
        @Nullable String name,
        @Nullable String from,
        @Nullable String botStatus,
        @Nullable Instant lastMessageTime,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @Nullable Map<String, @Nullable String> utmMarks) {

    Channel toChannel() {
        return new Channel(id, personId, name, from, botStatus, utm(), lastMessageTime, createdAt);
    }

    private Map<String, String> utm() {
        var utm = new LinkedHashMap<String, String>();
        if (utmMarks != null) {
            utmMarks.forEach((name, value) -> {
                if (value != null) {
                    utm.put(name, value);
                }
            });
        }
        return utm;
    }
}

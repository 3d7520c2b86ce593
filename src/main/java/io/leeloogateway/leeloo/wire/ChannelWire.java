package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.Channel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A communication channel on the wire. */
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
        return new Channel(id, personId, name, from, botStatus, marks(), lastMessageTime, createdAt);
    }

    private Map<String, String> marks() {
        var marks = new LinkedHashMap<String, String>();
        if (utmMarks != null) {
            utmMarks.forEach((mark, value) -> {
                if (value != null) {
                    marks.put(mark, value);
                }
            });
        }
        return marks;
    }
}

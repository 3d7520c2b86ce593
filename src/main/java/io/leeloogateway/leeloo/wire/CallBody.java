package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.change.RecordCall;
import java.time.Instant;
import java.util.Objects;

/** Request body of Leeloo endpoint 30. Leeloo requires a text for an absent recording. */
record CallBody(
        @JsonProperty("user_id") String userId,
        String from,
        String to,
        Instant date,
        @JsonProperty("account_id") String channelId,
        @JsonProperty("record_link") String recordLink,
        String status,
        int duration,
        String type) {

    static CallBody of(RecordCall change) {
        return new CallBody(
                change.userId(),
                change.from(),
                change.to(),
                change.date(),
                change.channelId(),
                Objects.requireNonNullElse(change.recordLink(), LeelooJson.NOT_DEFINED),
                change.status(),
                change.duration(),
                change.type());
    }
}

package io.leeloogateway.calls;

import io.leeloogateway.leeloo.model.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded telephone call.
 *
 * @param id Leeloo's id of the record
 * @param callId id of the call, a UUID
 * @param userId id of the user who took part
 * @param channelId id of the channel of the person who took part
 * @param from the calling number
 * @param to the called number
 * @param type INBOUND or OUTBOUND
 * @param status result of the call; an open list of values
 * @param duration duration in seconds
 * @param recordLink URL of the recording
 * @param createdAt time of the record
 */
record CallView(
        String id,
        @Nullable String callId,
        @Nullable String userId,
        @Nullable String channelId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String type,
        @Nullable String status,
        @Nullable Long duration,
        @Nullable String recordLink,
        @Nullable Instant createdAt) {

    static CallView of(Call call) {
        return new CallView(
                call.id(),
                call.callId(),
                call.userId(),
                call.channelId(),
                call.from(),
                call.to(),
                call.type(),
                call.status(),
                call.duration(),
                call.recordLink(),
                call.createdAt());
    }
}

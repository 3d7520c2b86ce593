package io.leeloogateway.calls;

import io.leeloogateway.leeloo.model.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call that was written down.
 *
 * @param id Leeloo's id of the entry
 * @param callId the call's own id, a UUID
 * @param userId the operator who spoke
 * @param channelId the channel of the person who spoke
 * @param from the calling number
 * @param to the called number
 * @param type INBOUND or OUTBOUND
 * @param status how it ended, open
 * @param duration how long it took, in seconds
 * @param recordLink where the recording can be heard
 * @param createdAt when it was written down
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
        long duration,
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

package io.leeloogateway.calls;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.RecordCall;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call to record.
 *
 * @param userId id of the user who took part
 * @param channelId id of the channel of the person who took part
 * @param from the calling number, at most 64 characters
 * @param to the called number, at most 64 characters
 * @param date start of the call
 * @param recordLink URL of the recording
 * @param status TALKING, SUCCESS, NO_ANSWER or CLOSED_BY_SYSTEM
 * @param duration duration in seconds, at most one day
 * @param type INBOUND or OUTBOUND
 */
record CallForm(
        @NotNull @LeelooId String userId,
        @NotNull @LeelooId String channelId,
        @NotBlank @Size(max = 64) String from,
        @NotBlank @Size(max = 64) String to,
        @NotNull Instant date,

        @Size(max = 2048)
        @Pattern(regexp = "^https?://.+", message = "must be an http(s) address, such as https://example.org/calls/1")
        @Nullable
        String recordLink,

        @NotNull
        @Pattern(
                regexp = "TALKING|SUCCESS|NO_ANSWER|CLOSED_BY_SYSTEM",
                message = "must be TALKING, SUCCESS, NO_ANSWER or CLOSED_BY_SYSTEM")
        String status,

        @NotNull @Min(0) @Max(86_400) Integer duration,

        @NotNull @Pattern(regexp = "INBOUND|OUTBOUND", message = "must be INBOUND or OUTBOUND")
        String type) {

    RecordCall toChange() {
        return new RecordCall(userId, channelId, from, to, date, recordLink, status, duration, type);
    }
}

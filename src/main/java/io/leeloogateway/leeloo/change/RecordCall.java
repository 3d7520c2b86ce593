package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 30: record a telephone call. */
public record RecordCall(
        String userId,
        String channelId,
        String from,
        String to,
        Instant date,
        @Nullable String recordLink,
        String status,
        int duration,
        String type)
        implements Change<Call> {

    @Override
    public Target target() {
        return Target.inBody("channel", channelId);
    }
}

package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Message;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;

/** Leeloo endpoint 5: list the messages of a channel, newest first. */
public record ListMessages(String channelId, OffsetPageRequest paging) implements Query<OffsetPage<Message>> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

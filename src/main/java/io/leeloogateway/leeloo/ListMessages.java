package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;

/** Operation 5: the messages of a chat, newest first. */
public record ListMessages(String channelId, Paging paging) implements Query<Page<Message>> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import org.jspecify.annotations.Nullable;

/** Operation 6: channels, by the time of their last message. */
public record ListChannels(
        @Nullable String lastMessageFrom, @Nullable String lastMessageTo, Paging paging)
        implements Query<Page<Channel>> {

    @Override
    public Target target() {
        return Target.all("channels");
    }
}

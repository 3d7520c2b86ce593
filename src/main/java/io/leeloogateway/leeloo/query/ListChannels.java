package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Channel;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 6: list channels, filtered by the time of their last message. */
public record ListChannels(
        @Nullable String lastMessageFrom, @Nullable String lastMessageTo, OffsetPageRequest paging)
        implements Query<OffsetPage<Channel>> {

    @Override
    public Target target() {
        return Target.all("channels");
    }
}

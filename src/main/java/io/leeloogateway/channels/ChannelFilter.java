package io.leeloogateway.channels;

import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.request.OffsetPageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which channels are wanted.
 *
 * @param lastMessageFrom only channels with a last message at this date or instant (UTC) or later
 * @param lastMessageTo only channels with a last message at this date or instant (UTC) or earlier
 */
record ChannelFilter(
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo) {

    ListChannels toQuery(OffsetPageRequest paging) {
        return new ListChannels(lastMessageFrom, lastMessageTo, paging);
    }
}

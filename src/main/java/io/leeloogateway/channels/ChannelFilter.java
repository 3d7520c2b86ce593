package io.leeloogateway.channels;

import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.request.OffsetPageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of channels.
 *
 * @param lastMessageFrom only channels whose last message is from this date or instant (UTC) or later
 * @param lastMessageTo only channels whose last message is from this date or instant (UTC) or earlier
 */
record ChannelFilter(
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo) {

    ListChannels toQuery(OffsetPageRequest paging) {
        return new ListChannels(lastMessageFrom, lastMessageTo, paging);
    }
}

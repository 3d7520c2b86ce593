package io.leeloogateway.channels;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import org.springframework.stereotype.Service;

/** The channels of the company's people. */
@Service
class Channels {

    private final LeelooCache mirror;
    private final Operations operations;

    Channels(LeelooCache mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    OffsetPage<ChannelView> list(ChannelFilter filter, OffsetPageRequest paging) {
        return mirror.read(filter.toQuery(paging)).map(ChannelView::of);
    }

    Items<ConnectionView> connections() {
        var connections = mirror.read(new ListConnections());
        return new Items<>(connections.stream().map(ConnectionView::of).toList());
    }

    void subscribe(String channelId, SubscriptionForm form) {
        operations.execute(form.toChange(channelId));
    }
}

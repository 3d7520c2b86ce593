package io.leeloogateway.channels;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import org.springframework.stereotype.Service;

/** Reads channels and connections, subscribes channels to tunnels. */
@Service
class Channels {

    private final LeelooCache cache;
    private final Operations operations;

    Channels(LeelooCache cache, Operations operations) {
        this.cache = cache;
        this.operations = operations;
    }

    OffsetPage<ChannelView> list(ChannelFilter filter, OffsetPageRequest paging) {
        return cache.read(filter.toQuery(paging)).map(ChannelView::of);
    }

    Items<ConnectionView> listConnections() {
        var connections = cache.read(new ListConnections());
        return new Items<>(connections.stream().map(ConnectionView::of).toList());
    }

    void subscribe(String channelId, SubscriptionForm form) {
        operations.execute(form.toChange(channelId));
    }
}

package io.leeloogateway.channels;

import io.leeloogateway.leeloo.ListConnections;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import org.springframework.stereotype.Service;

/** The channels of the company's people. */
@Service
class Channels {

    private final Mirror mirror;
    private final Operations operations;

    Channels(Mirror mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    Page<ChannelView> list(ChannelFilter filter, Paging paging) {
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

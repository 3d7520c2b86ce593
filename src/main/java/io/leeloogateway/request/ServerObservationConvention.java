package io.leeloogateway.request;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Names what was asked by its route: an address has ids in it, and whatever a caller put there by mistake. */
@Component
class ServerObservationConvention extends DefaultServerRequestObservationConvention {

    private static final String ADDRESS = "http.url";

    @Override
    protected KeyValue httpUrl(ServerRequestObservationContext context) {
        return KeyValue.of(ADDRESS, uri(context).getValue());
    }
}

package io.leeloogateway.request;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Observes requests by their route template, because a URL contains ids and may contain secrets. */
@Component
class ServerObservationConvention extends DefaultServerRequestObservationConvention {

    private static final String URL = "http.url";

    @Override
    protected KeyValue httpUrl(ServerRequestObservationContext context) {
        return KeyValue.of(URL, uri(context).getValue());
    }
}

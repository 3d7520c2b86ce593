package io.leeloogateway.leeloo.http;

import io.micrometer.common.KeyValue;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

/** Names what was asked of Leeloo by its operation's path: an address has phones and e-mails in its query. */
@Component
class ClientObservationConvention extends DefaultClientRequestObservationConvention {

    private static final String ADDRESS = "http.url";

    @Override
    protected KeyValue httpUrl(ClientRequestObservationContext context) {
        return KeyValue.of(ADDRESS, uri(context).getValue());
    }

    /** Up to the query, which a template lists by names that it makes up. */
    @Override
    protected KeyValue uri(ClientRequestObservationContext context) {
        var uri = super.uri(context);
        return KeyValue.of(uri.getKey(), uri.getValue().replaceFirst("\\?.*", ""));
    }
}

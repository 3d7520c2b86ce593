package io.leeloogateway.leeloo.http;

import io.micrometer.common.KeyValue;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

/** Records the path template of a call instead of its URL, whose query has phones and e-mails. */
@Component
class ClientObservationConvention extends DefaultClientRequestObservationConvention {

    private static final String HTTP_URL = "http.url";

    @Override
    protected KeyValue httpUrl(ClientRequestObservationContext context) {
        return KeyValue.of(HTTP_URL, uri(context).getValue());
    }

    /** The template without its query, whose parameter names are generated. */
    @Override
    protected KeyValue uri(ClientRequestObservationContext context) {
        var uri = super.uri(context);
        return KeyValue.of(uri.getKey(), uri.getValue().replaceFirst("\\?.*", ""));
    }
}

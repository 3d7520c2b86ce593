package io.leeloogateway.leeloo;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.netty.http.client.HttpClient;

/** Notes, call by call, whether a connection was there and the request began to leave. */
final class Departed {

    static final Class<Departed> KEY = Departed.class;

    private Departed() {}

    static HttpClient noting(HttpClient client) {
        return client.doOnRequest((request, connection) ->
                request.currentContextView().<AtomicBoolean>getOrEmpty(KEY).ifPresent(departed -> departed.set(true)));
    }
}

package io.leeloogateway.leeloo.http;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Sends reads and changes over separate connection pools, so that reads that hang leave connections to changes. */
record GroupConnector(ClientHttpConnector reads, ClientHttpConnector changes) implements ClientHttpConnector {

    static GroupConnector of(HttpClient reads, HttpClient changes) {
        return new GroupConnector(new ReactorClientHttpConnector(reads), new ReactorClientHttpConnector(changes));
    }

    @Override
    public Mono<ClientHttpResponse> connect(
            HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
        return (method.equals(HttpMethod.GET) ? reads : changes).connect(method, uri, requestCallback);
    }
}

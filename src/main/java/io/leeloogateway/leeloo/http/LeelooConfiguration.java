package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.wire.LeelooJson;
import io.leeloogateway.quota.CallConnections;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestId;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Configures the HTTP client for Leeloo. docs/adr/003 explains each setting of Reactor Netty. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeelooProperties.class)
class LeelooConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionProvider readConnections(LeelooProperties properties) {
        return connections("leeloo-reads", properties.connections(), properties);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider changeConnections(LeelooProperties properties) {
        return connections("leeloo-changes", properties.changeConnections(), properties);
    }

    @Bean
    CallConnections callConnections(LeelooProperties properties) {
        return new CallConnections(properties.connections(), properties.changeConnections());
    }

    /** A connection serves one call: HTTP/1.1 pairs responses with requests only by their order. */
    private static ConnectionProvider connections(String name, int size, LeelooProperties properties) {
        return ConnectionProvider.builder(name)
                .maxConnections(size)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(properties.acquireTimeout())
                .maxIdleTime(Duration.ZERO)
                .metrics(true)
                .build();
    }

    static HttpClient httpClient(ConnectionProvider connections, LeelooProperties properties, URI server) {
        var client = HttpClient.create(connections)
                .disableRetry(true)
                .keepAlive(false)
                .followRedirect(false)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()))
                .responseTimeout(properties.readTimeout());
        var routed = UpstreamRoute.apply(client, server, properties.connectTimeout());
        return InterimResponseFilter.install(SendTracker.track(routed));
    }

    @Bean
    WebClient leelooWebClient(
            WebClient.Builder builder,
            ConnectionProvider readConnections,
            ConnectionProvider changeConnections,
            LeelooProperties properties,
            TokenSource tokens) {
        return builder.baseUrl(properties.baseUrl().toString())
                .clientConnector(GroupConnector.of(
                        httpClient(readConnections, properties, properties.baseUrl()),
                        httpClient(changeConnections, properties, properties.baseUrl())))
                .codecs(codecs ->
                        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(LeelooJson.mapper())))
                .defaultRequest(request -> request.header(
                                properties.tokenHeader(), tokens.current().reveal())
                        .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                        .header(RequestId.HEADER, RequestContext.current().id()))
                .defaultStatusHandler(status -> true, response -> Mono.empty())
                .build();
    }
}

package io.leeloogateway.leeloo.http;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.NameResolverProvider;
import reactor.netty.transport.ProxyProvider;

/**
 * Routes connections to Leeloo through the proxy that the system properties of the JVM name for its address ({@code https.proxyHost},
 * {@code http.nonProxyHosts} and others), or resolves the name of Leeloo's host itself. A proxy resolves the name otherwise.
 */
final class UpstreamRoute {

    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(1);

    /** Each call opens a connection, and the names of some providers live for a few seconds only. */
    private static final Duration MIN_TIME_TO_LIVE = Duration.ofSeconds(30);

    private static final Duration MAX_TIME_TO_LIVE = Duration.ofMinutes(5);

    private UpstreamRoute() {}

    static HttpClient apply(HttpClient client, URI leeloo, Duration connectTimeout) {
        var proxy = ProxySelector.getDefault().select(leeloo).getFirst();
        return proxy.address() instanceof InetSocketAddress address
                ? client.proxy(spec -> configure(spec, proxy.type(), address, leeloo.getScheme(), connectTimeout))
                : client.resolver(UpstreamRoute::resolveNames);
    }

    /** Bounds the time that a dead name server costs. By default Netty waits 5 s for each of the name servers and search domains. */
    static void resolveNames(NameResolverProvider.NameResolverSpec spec) {
        spec.queryTimeout(QUERY_TIMEOUT)
                .ndots(1)
                .cacheMinTimeToLive(MIN_TIME_TO_LIVE)
                .cacheMaxTimeToLive(MAX_TIME_TO_LIVE);
    }

    private static void configure(
            ProxyProvider.TypeSpec spec,
            Proxy.Type type,
            InetSocketAddress address,
            String scheme,
            Duration connectTimeout) {
        var proxy = spec.type(type == Proxy.Type.SOCKS ? ProxyProvider.Proxy.SOCKS5 : ProxyProvider.Proxy.HTTP)
                .host(address.getHostString())
                .port(address.getPort())
                .connectTimeoutMillis(connectTimeout.toMillis());
        var user = System.getProperty(scheme + ".proxyUser");
        if (user != null) {
            proxy.username(user).password(_ -> requireNonNull(System.getProperty(scheme + ".proxyPassword", "")));
        }
    }
}

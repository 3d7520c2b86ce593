package io.leeloogateway.leeloo.http;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

/**
 * Routes connections to Leeloo through the proxy that the system properties of the JVM name for its address ({@code https.proxyHost},
 * {@code http.nonProxyHosts} and others).
 */
final class UpstreamRoute {

    private UpstreamRoute() {}

    static HttpClient apply(HttpClient client, URI leeloo, Duration connectTimeout) {
        var proxy = ProxySelector.getDefault().select(leeloo).getFirst();
        return proxy.address() instanceof InetSocketAddress address
                ? client.proxy(spec -> configure(spec, proxy.type(), address, leeloo.getScheme(), connectTimeout))
                : client;
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

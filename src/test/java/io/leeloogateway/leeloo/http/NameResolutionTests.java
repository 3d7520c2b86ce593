package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

@Timeout(30)
class NameResolutionTests {

    /** Less than the 5 s that Netty waits for a name server by default. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    @Test
    void deadNameServerCostsASecondAndOnlyOnce() throws Exception {
        try (var leeloo = new RawLeeloo();
                var dead = NameServer.dead();
                var alive = NameServer.alive()) {
            leeloo.behave(RawResponseMode.respond(200, "{}"));
            var uri = URI.create(leeloo.url().replace("127.0.0.1", "leeloo.example"));
            var client = client(dead, alive);

            assertThat(status(client, uri)).isEqualTo(200);
            var queries = dead.queries() + alive.queries();
            assertThat(status(client, uri)).isEqualTo(200);

            assertThat(dead.queries()).isPositive();
            assertThat(dead.queries() + alive.queries()).isEqualTo(queries);
        }
    }

    private static HttpClient client(NameServer first, NameServer second) {
        var servers = new SequentialDnsServerAddressStreamProvider(first.address(), second.address());
        return HttpClient.create(ConnectionProvider.newConnection()).resolver(spec -> {
            UpstreamRoute.resolveNames(spec);
            spec.dnsAddressResolverGroupProvider(
                    builder -> new DnsAddressResolverGroup(builder.nameServerProvider(servers)));
        });
    }

    private static int status(HttpClient client, URI uri) {
        return Objects.requireNonNull(client.get()
                .uri(uri)
                .responseSingle((response, _) -> Mono.just(response.status().code()))
                .block(LIMIT));
    }
}

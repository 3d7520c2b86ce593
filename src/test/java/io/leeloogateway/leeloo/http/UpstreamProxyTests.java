package io.leeloogateway.leeloo.http;

import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.NOT_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SampleIds;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client behind a proxy that tunnels connections; the proxy also plays Leeloo. */
@Timeout(30)
@ExtendWith(NoBufferLeaks.class)
class UpstreamProxyTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RawResponseMode LEELOO = RawResponseMode.respond(200, "{\"status\":1,\"data\":{}}");

    private final RawLeeloo proxy = new RawLeeloo();
    private final String port = String.valueOf(URI.create(proxy.url()).getPort());

    @AfterEach
    void reset() {
        for (var scheme : new String[] {"http", "https"}) {
            for (var name : new String[] {"proxyHost", "proxyPort", "proxyUser", "proxyPassword", "nonProxyHosts"}) {
                System.clearProperty(scheme + "." + name);
            }
        }
        proxy.close();
    }

    @Test
    void callsPassTheProxyOfTheSystemProperties() {
        set(Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", port));
        proxy.behave(new Tunnel("HTTP/1.1 200 Connection established"));

        try (var client = StandaloneClient.of("http://leeloo.example/api/v2", "allow-plain-http=true")) {
            assertThat(client.send(CHANGE)).isEqualTo(new Accepted());
        }

        assertThat(proxy.requests()).hasSize(2);
        assertThat(proxy.requests().getFirst())
                .startsWith("CONNECT leeloo.example:80 ")
                .doesNotContain(StandaloneClient.TOKEN);
        assertThat(proxy.requests().getLast()).contains(StandaloneClient.TOKEN);
    }

    @Test
    void encryptedCallsUseTheirOwnPropertiesAndCredentials() {
        set(Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", port));
        set(Map.of("https.proxyUser", "gateway", "https.proxyPassword", "of-no-worth"));
        set(Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "1"));
        proxy.behave(new Tunnel("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0"));

        try (var client = StandaloneClient.of("https://leeloo.example/api/v2")) {
            var failure = catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
        }

        assertThat(proxy.requests().getFirst())
                .startsWith("CONNECT leeloo.example:443 ")
                .containsIgnoringCase("Proxy-Authorization: Basic Z2F0ZXdheTpvZi1uby13b3J0aA==");
    }

    @Test
    void hostsThatNeedNoProxyAreReachedDirectly() {
        set(Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "1", "http.nonProxyHosts", "127.*|*.internal"));
        proxy.behave(LEELOO);

        try (var client = StandaloneClient.of(proxy.url())) {
            assertThat(client.send(CHANGE)).isEqualTo(new Accepted());
        }
    }

    @Test
    void proxyThatDoesNotRespondCostsTheConnectTimeout() {
        set(Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", port));
        proxy.behave(_ -> {});

        try (var client = StandaloneClient.of("https://leeloo.example/api/v2", "connect-timeout=300ms")) {
            var start = System.nanoTime();

            var failure = catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    /** Answers CONNECT, and then the requests in the tunnel. */
    private record Tunnel(String head) implements RawResponseMode {

        @Override
        public void respond(Socket socket) throws IOException {
            LEELOO.respond(socket);
        }

        @Override
        public void respond(Socket socket, String request) throws IOException {
            if (request.startsWith("CONNECT ")) {
                socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            } else {
                respond(socket);
            }
        }
    }

    private static void set(Map<String, String> properties) {
        properties.forEach(System::setProperty);
    }
}

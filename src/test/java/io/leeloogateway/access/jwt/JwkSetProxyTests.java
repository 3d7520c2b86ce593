package io.leeloogateway.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import java.net.URI;
import org.junit.jupiter.api.Test;

class JwkSetProxyTests {

    /** The set is empty, so that the test needs no key. */
    @Test
    void keysAreFetchedThroughTheProxyOfTheSystemProperties() throws Exception {
        var properties =
                new JwtProperties(null, URI.create("http://issuer.example/keys"), JwtFixtures.AUDIENCE, false, 60);
        try (var proxy = new RawLeeloo()) {
            proxy.behave(RawResponseMode.respond(200, "{\"keys\":[]}"));
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty(
                    "http.proxyPort", String.valueOf(URI.create(proxy.url()).getPort()));

            assertThatThrownBy(() -> new JwkSetClient(properties, System::nanoTime).call())
                    .hasMessageContaining("0 entries");

            assertThat(proxy.requests()).singleElement().asString().startsWith("GET http://issuer.example/keys ");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }
}

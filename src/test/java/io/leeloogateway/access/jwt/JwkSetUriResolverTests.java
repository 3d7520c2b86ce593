package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.request.IpAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of the issuer is read once; a failed read is not repeated at once. */
class JwkSetUriResolverTests {

    private static final JWK KEY = JwtFixtures.ecKey("key");

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(20))
            .build();

    private final AtomicLong nanoTime = new AtomicLong();

    @BeforeEach
    void publishKeys() {
        publishKeysAt("/keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realm/.well-known/openid-configuration",
                "/.well-known/openid-configuration/realm",
                "/.well-known/oauth-authorization-server/realm"
            })
    void metadataIsFoundAtEachStandardLocation(String location) {
        publishMetadata(location, "/realm", server.baseUrl() + "/keys");

        assertThat(resolve(resolver("/realm"), "/realm")).isPresent();
    }

    @Test
    void trailingSlashIsPartOfTheIssuer() {
        publishMetadata("/.well-known/openid-configuration", "/", server.baseUrl() + "/keys");

        assertThat(resolve(resolver("/"), "/")).isPresent();
    }

    @Test
    void metadataIsReadOnceForManyFetches() {
        publishMetadata("/.well-known/openid-configuration", "", server.baseUrl() + "/keys");
        var resolver = resolver("");

        resolve(resolver, "");
        nanoTime.addAndGet(JwkSet.MAX_AGE.toNanos());
        resolve(resolver, "");

        server.verify(1, getRequestedFor(urlEqualTo("/.well-known/openid-configuration")));
        server.verify(2, getRequestedFor(urlEqualTo("/keys")));
    }

    @Test
    void movedJwkSetIsResolvedAgain() {
        publishMetadata("/.well-known/openid-configuration", "", server.baseUrl() + "/moved");
        var resolver = resolver("");
        assertThatThrownBy(() -> resolve(resolver, "")).isInstanceOf(IssuerUnavailable.class);
        publishMetadata("/.well-known/openid-configuration", "", server.baseUrl() + "/keys");

        nanoTime.addAndGet(JwkSetFetcher.FAILURE_BACKOFF.toNanos());

        assertThat(resolve(resolver, "")).isPresent();
    }

    @Test
    void failedDiscoveryIsSharedAndNotRepeatedAtOnce() throws Exception {
        server.stubFor(WireMock.get(anyUrl()).willReturn(serverError().withFixedDelay(200)));
        var resolver = resolver("");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<AuthenticatedClient>> call = () -> resolve(resolver, "");
            threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> call).toList());
        }

        assertThatThrownBy(() -> resolve(resolver, "")).isInstanceOf(IssuerUnavailable.class);
        server.verify(1, WireMock.anyRequestedFor(anyUrl()));
    }

    @Test
    void metadataOfAnotherIssuerIsRejected() {
        publishMetadata("/.well-known/openid-configuration", "/another", server.baseUrl() + "/keys");

        assertThatThrownBy(() -> resolve(resolver(""), "")).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void fileUriIsRejected() throws Exception {
        var file = Files.writeString(Files.createTempFile("keys", ".json"), new JWKSet(KEY.toPublicJWK()).toString());
        publishMetadata("/.well-known/openid-configuration", "", file.toUri().toString());

        assertThatThrownBy(() -> resolve(resolver(""), "")).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void invalidJwksUriIsAnOutageOfTheIssuer() {
        publishMetadata("/.well-known/openid-configuration", "", "http:keys");

        assertThatThrownBy(() -> resolve(resolver(""), "")).isInstanceOf(IssuerUnavailable.class);
    }

    private JwtResolver resolver(String path) {
        var issuer = URI.create(server.baseUrl() + path);
        return new JwtResolver(
                new JwtProperties(issuer, null, JwtFixtures.AUDIENCE, false, 60), Clock.systemUTC(), nanoTime::get);
    }

    private static Optional<AuthenticatedClient> resolve(JwtResolver resolver, String path) {
        var token = JwtFixtures.signed(KEY, "ES256", JwtFixtures.validClaims(server.baseUrl() + path));
        return resolver.resolve(new BearerToken(token, IpAddress.UNSPECIFIED));
    }

    private static void publishMetadata(String location, String path, String keys) {
        server.stubFor(WireMock.get(location).willReturn(okJson("""
                {"issuer": "%s%s", "jwks_uri": "%s"}""".formatted(server.baseUrl(), path, keys))));
    }

    private static void publishKeysAt(String location) {
        server.stubFor(WireMock.get(location).willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
    }
}

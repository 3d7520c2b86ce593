package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.request.IpAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Unusable entries of a JWK set are ignored; the usable keys of the set count. */
@ExtendWith(OutputCaptureExtension.class)
class UnusableJwkTests {

    private static final JWK KEY = JwtFixtures.ecKey("key");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final AtomicLong nanoTime = new AtomicLong();
    private final JwtResolver resolver = resolver();

    static Stream<Arguments> entries() {
        return UnusableJwks.all().entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void unusableEntryIsIgnored(String reason, String entry) {
        publish(UnusableJwks.setOf(List.of(entry, entry), KEY));

        assertThat(accepts(KEY, "ES256")).as(reason).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void setOfUnusableEntriesCountsAsUnavailable(String reason, String entry) {
        publish(UnusableJwks.setOf(List.of(entry)));

        assertThatThrownBy(() -> accepts(KEY, "ES256")).as(reason).isInstanceOf(IssuerUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":null}", "{}", "[]", "<html>", ""})
    void formerSetIsKeptForAnHourIfTheNewOneHasNoUsableKey(String set) {
        publish(UnusableJwks.setOf(List.of(), KEY));
        accepts(KEY, "ES256");
        publish(set);
        nanoTime.addAndGet(JwkSet.MAX_AGE.minusSeconds(1).toNanos());
        assertThat(accepts(KEY, "ES256")).isTrue();

        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThatThrownBy(() -> accepts(KEY, "ES256")).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void keyThatIsTooSmallVerifiesNoToken() {
        var small = JwtFixtures.rsaKey("small", 1024);
        publish(UnusableJwks.setOf(List.of(), small, KEY));

        assertThatThrownBy(() -> JwtFixtures.signed(small, "RS256", claims())).hasMessageContaining("at least 2048");
        assertThat(accepts(KEY, "ES256")).isTrue();
    }

    @Test
    void publishedPrivateKeyVerifiesNoToken() {
        var key = JwtFixtures.rsaKey("private");
        publish(UnusableJwks.setOf(List.of(key.toJSONString()), KEY));

        assertThat(accepts(key, "RS256")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"==", "\\n", "\\r\\n "})
    void paddingAndLineBreaksOfAKeyAreIgnored(String surplus) {
        var key = JwtFixtures.rsaKey("padded");
        var entry =
                key.toPublicJWK().toJSONString().replaceFirst("(\"n\":\"[^\"]+)", "$1" + surplus.replace("\\", "\\\\"));
        publish(UnusableJwks.setOf(List.of(entry)));

        assertThat(accepts(key, "RS256")).isTrue();
    }

    @Test
    void eachOfTwoKeysWithOneIdVerifiesTokens() {
        var first = JwtFixtures.rsaKey("same");
        var second = JwtFixtures.rsaKey("same");
        publish(UnusableJwks.setOf(List.of(), first, second));

        assertThat(accepts(first, "RS256")).isTrue();
        assertThat(accepts(second, "RS256")).isTrue();
    }

    @Test
    void numberOfIgnoredEntriesIsLoggedOnce(CapturedOutput output) {
        publish(UnusableJwks.setOf(List.of("{\"kid\":\"content\"}", "null"), KEY));
        accepts(KEY, "ES256");

        nanoTime.addAndGet(JwkSet.MAX_AGE.toNanos());
        accepts(KEY, "ES256");

        assertThat(output)
                .containsOnlyOnce("1 usable keys; 2 entries are ignored")
                .doesNotContain("content");
    }

    @Test
    void setWithoutUsableKeysIsLogged(CapturedOutput output) {
        publish(UnusableJwks.setOf(List.of("{\"kid\":\"content\"}", "null")));

        assertThatThrownBy(() -> accepts(KEY, "ES256")).isInstanceOf(IssuerUnavailable.class);

        assertThat(output)
                .contains("WARN", "none of the 2 entries of the JWK set is usable")
                .doesNotContain("content");
    }

    private boolean accepts(JWK key, String algorithm) {
        var token = JwtFixtures.signed(key, algorithm, claims());
        return resolver.resolve(new BearerToken(token, IpAddress.UNSPECIFIED)).isPresent();
    }

    private static JWTClaimsSet.Builder claims() {
        return JwtFixtures.validClaims("https://issuer.example.org");
    }

    private JwtResolver resolver() {
        var keys = URI.create(issuer.baseUrl() + "/keys");
        return new JwtResolver(
                new JwtProperties(null, keys, JwtFixtures.AUDIENCE, false, 60), Clock.systemUTC(), nanoTime::get);
    }

    private static void publish(String set) {
        issuer.stubFor(WireMock.get("/keys").willReturn(okJson(set)));
    }
}

package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.PlainJWT;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.secrets.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtResolverTests {

    private static final URI NOBODY = URI.create("http://127.0.0.1:9");
    private static final JWK RSA = JwtFixtures.rsaKey("rsa");
    private static final JWK EC = JwtFixtures.ecKey("ec");
    private static final JWK SHARED = JwtFixtures.sharedKey("shared");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void issuersOutageShowsWhenATokenComesNotAtTheStart() {
        var keyring = keyring(NOBODY, null);

        assertThatThrownBy(() -> keyring.find(goodToken())).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void keySetThatIsAwayShowsInTheSameWay() {
        var keyring = keyring(null, NOBODY);

        assertThatThrownBy(() -> keyring.find(goodToken())).isInstanceOf(IssuerUnavailable.class);
    }

    static Stream<String> tokensNotWorthAQuestion() {
        var good = JwtFixtures.good(NOBODY.toString());
        var claims = Base64URL.encode(good.build().toString());
        return Stream.of(
                "a.b.c",
                "..",
                Base64URL.encode("{}") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"RS256\"") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"none\"}") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode("[]") + ".c2ln",
                Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "." + claims + ".c2ln",
                new PlainJWT(good.build()).serialize(),
                JwtFixtures.signed(SHARED, "HS256", good).reveal(),
                JwtFixtures.signed(RSA, header().type(new JOSEObjectType("none")), good)
                        .reveal(),
                JwtFixtures.signed(RSA, header(), JwtFixtures.good("https://issuer.example.org"))
                        .reveal(),
                JwtFixtures.signed(
                                RSA,
                                header(),
                                JwtFixtures.good(NOBODY.toString()).audience("another-service"))
                        .reveal(),
                JwtFixtures.signed(
                                RSA,
                                header(),
                                JwtFixtures.good(NOBODY.toString()).expirationTime(Date.from(Instant.EPOCH)))
                        .reveal());
    }

    @ParameterizedTest
    @MethodSource("tokensNotWorthAQuestion")
    void tokenWithAFaultIsRefusedWithoutTheIssuer(String token) {
        var keyring = keyring(NOBODY, issuersKeys());

        assertThat(keyring.find(shown(new Secret(token)))).isEmpty();
        issuer.verify(0, WireMock.anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void rsaSignaturesAreTaken(String algorithm) {
        publish(RSA.toPublicJWK());
        var token = JwtFixtures.signed(RSA, algorithm, JwtFixtures.good(NOBODY.toString()));

        assertThat(keyring(null, issuersKeys()).find(shown(token))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt"})
    void typesOfAccessTokensAreTaken(String type) {
        publish(RSA.toPublicJWK());
        var token =
                JwtFixtures.signed(RSA, header().type(new JOSEObjectType(type)), JwtFixtures.good(NOBODY.toString()));

        assertThat(keyring(null, issuersKeys()).find(shown(token))).isPresent();
    }

    @Test
    void ellipticSignatureIsTaken() {
        publish(RSA.toPublicJWK(), EC.toPublicJWK());
        var token = JwtFixtures.signed(EC, "ES256", JwtFixtures.good(NOBODY.toString()));

        assertThat(keyring(null, issuersKeys()).find(shown(token))).isPresent();
    }

    @Test
    void sharedKeyOpensNothingEvenIfTheIssuerPublishesIt() {
        publish(SHARED, RSA.toPublicJWK());
        var token = JwtFixtures.signed(SHARED, "HS256", JwtFixtures.good(NOBODY.toString()));

        assertThat(keyring(null, issuersKeys()).find(shown(token))).isEmpty();
    }

    @Test
    void foreignSignatureUnderAKnownKeysNameIsRefused() {
        publish(RSA.toPublicJWK());
        var token = JwtFixtures.signed(JwtFixtures.rsaKey("rsa"), "RS256", JwtFixtures.good(NOBODY.toString()));

        assertThat(keyring(null, issuersKeys()).find(shown(token))).isEmpty();
    }

    @Test
    void keysOfTheGatewayAreNotShownToTheIssuer() {
        assertThat(keyring(NOBODY, null).find(shown(new Secret("lgw_of-no-worth"))))
                .isEmpty();
    }

    @Test
    void tokensOpenNothingUnlessAnIssuerIsSet() {
        var keyring = new JwtResolver(new JwtProperties(null, null, null, false, 60), Clock.systemUTC());

        assertThat(keyring.find(goodToken())).isEmpty();
    }

    @Test
    void audienceIsMandatory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtProperties(NOBODY, null, " ", false, 60))
                .withMessageContaining("gateway.access.jwt.audience");
    }

    private static void publish(JWK... keys) {
        issuer.stubFor(WireMock.get("/keys").willReturn(okJson(new JWKSet(List.of(keys)).toString(false))));
    }

    private static URI issuersKeys() {
        return URI.create(issuer.baseUrl() + "/keys");
    }

    private static JwtResolver keyring(@Nullable URI issuerUri, @Nullable URI jwkSetUri) {
        var properties = new JwtProperties(issuerUri, jwkSetUri, JwtFixtures.AUDIENCE, false, 60);
        return new JwtResolver(properties, Clock.systemUTC());
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa");
    }

    private static BearerToken goodToken() {
        return shown(JwtFixtures.signed(RSA, "RS256", JwtFixtures.good(NOBODY.toString())));
    }

    private static BearerToken shown(Secret token) {
        return new BearerToken(token, "127.0.0.1");
    }
}

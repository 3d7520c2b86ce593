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
import io.leeloogateway.request.IpAddress;
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

    private static final URI UNREACHABLE = URI.create("http://127.0.0.1:9");
    private static final JWK RSA = JwtFixtures.rsaKey("rsa");
    private static final JWK EC = JwtFixtures.ecKey("ec");
    private static final JWK SHARED = JwtFixtures.sharedKey("shared");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void outageOfTheIssuerFailsTheRequestAndNotTheStart() {
        var resolver = resolver(UNREACHABLE, null);

        assertThatThrownBy(() -> resolver.resolve(validToken())).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void outageOfTheJwkSetFailsTheRequest() {
        var resolver = resolver(null, UNREACHABLE);

        assertThatThrownBy(() -> resolver.resolve(validToken())).isInstanceOf(IssuerUnavailable.class);
    }

    static Stream<String> invalidTokens() {
        var validClaims = JwtFixtures.validClaims(UNREACHABLE.toString());
        var claims = Base64URL.encode(validClaims.build().toString());
        return Stream.of(
                "a.b.c",
                "..",
                Base64URL.encode("{}") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"RS256\"") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"none\"}") + "." + claims + ".c2ln",
                Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode("[]") + ".c2ln",
                Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "." + claims + ".c2ln",
                new PlainJWT(validClaims.build()).serialize(),
                JwtFixtures.signed(SHARED, "HS256", validClaims).reveal(),
                JwtFixtures.signed(RSA, header().type(new JOSEObjectType("none")), validClaims)
                        .reveal(),
                JwtFixtures.signed(RSA, header(), JwtFixtures.validClaims("https://issuer.example.org"))
                        .reveal(),
                JwtFixtures.signed(
                                RSA,
                                header(),
                                JwtFixtures.validClaims(UNREACHABLE.toString()).audience("another-service"))
                        .reveal(),
                JwtFixtures.signed(
                                RSA,
                                header(),
                                JwtFixtures.validClaims(UNREACHABLE.toString())
                                        .expirationTime(Date.from(Instant.EPOCH)))
                        .reveal());
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void invalidTokenIsRejectedWithoutARequestToTheIssuer(String token) {
        var resolver = resolver(UNREACHABLE, issuerJwkSetUri());

        assertThat(resolver.resolve(bearer(new Secret(token)))).isEmpty();
        issuer.verify(0, WireMock.anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void rsaSignatureIsAccepted(String algorithm) {
        publish(RSA.toPublicJWK());
        var token = JwtFixtures.signed(RSA, algorithm, JwtFixtures.validClaims(UNREACHABLE.toString()));

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(token))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt"})
    void accessTokenTypeIsAccepted(String type) {
        publish(RSA.toPublicJWK());
        var token = JwtFixtures.signed(
                RSA, header().type(new JOSEObjectType(type)), JwtFixtures.validClaims(UNREACHABLE.toString()));

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(token))).isPresent();
    }

    /** A proxy that counts by key would take each spelling for another key. */
    @ParameterizedTest
    @ValueSource(strings = {"\t%s", "%s\t", "\u0001%s", "%s~", "%s=="})
    void tokenHasOneSpelling(String spelling) {
        publish(RSA.toPublicJWK());
        var resolver = resolver(null, issuerJwkSetUri());
        var token = validToken().token().reveal();

        assertThat(resolver.resolve(bearer(new Secret(spelling.formatted(token)))))
                .isEmpty();
        assertThat(resolver.resolve(validToken())).isPresent();
    }

    /** The last character of 342 has four bits that belong to no byte. */
    @Test
    void spareBitsOfTheSignatureAreZero() {
        publish(RSA.toPublicJWK());
        var token = validToken().token().reveal();
        var last = token.length() - 1;
        var other = token.substring(0, last) + (char) (token.charAt(last) + 1);

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(new Secret(other))))
                .isEmpty();
    }

    @Test
    void ellipticCurveSignatureIsAccepted() {
        publish(RSA.toPublicJWK(), EC.toPublicJWK());
        var token = JwtFixtures.signed(EC, "ES256", JwtFixtures.validClaims(UNREACHABLE.toString()));

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(token))).isPresent();
    }

    @Test
    void symmetricKeyIsRejectedEvenIfPublished() {
        publish(SHARED, RSA.toPublicJWK());
        var token = JwtFixtures.signed(SHARED, "HS256", JwtFixtures.validClaims(UNREACHABLE.toString()));

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(token))).isEmpty();
    }

    @Test
    void signatureOfAnotherKeyWithAKnownIdIsRejected() {
        publish(RSA.toPublicJWK());
        var token =
                JwtFixtures.signed(JwtFixtures.rsaKey("rsa"), "RS256", JwtFixtures.validClaims(UNREACHABLE.toString()));

        assertThat(resolver(null, issuerJwkSetUri()).resolve(bearer(token))).isEmpty();
    }

    @Test
    void apiKeyIsNotSentToTheIssuer() {
        assertThat(resolver(UNREACHABLE, null).resolve(bearer(new Secret("lgw_of-no-worth"))))
                .isEmpty();
    }

    @Test
    void tokenIsRejectedWithoutAConfiguredIssuer() {
        var resolver = new JwtResolver(new JwtProperties(null, null, null, false, 60), Clock.systemUTC());

        assertThat(resolver.resolve(validToken())).isEmpty();
    }

    @Test
    void audienceIsMandatory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtProperties(UNREACHABLE, null, " ", false, 60))
                .withMessageContaining("gateway.access.jwt.audience");
    }

    private static void publish(JWK... keys) {
        issuer.stubFor(WireMock.get("/keys").willReturn(okJson(new JWKSet(List.of(keys)).toString(false))));
    }

    private static URI issuerJwkSetUri() {
        return URI.create(issuer.baseUrl() + "/keys");
    }

    private static JwtResolver resolver(@Nullable URI issuerUri, @Nullable URI jwkSetUri) {
        var properties = new JwtProperties(issuerUri, jwkSetUri, JwtFixtures.AUDIENCE, false, 60);
        return new JwtResolver(properties, Clock.systemUTC());
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa");
    }

    private static BearerToken validToken() {
        return bearer(JwtFixtures.signed(RSA, "RS256", JwtFixtures.validClaims(UNREACHABLE.toString())));
    }

    private static BearerToken bearer(Secret token) {
        return new BearerToken(token, IpAddress.UNSPECIFIED);
    }
}

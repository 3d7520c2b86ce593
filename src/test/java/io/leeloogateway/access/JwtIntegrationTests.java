package io.leeloogateway.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.leeloogateway.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;

/** Tokens of an issuer open what their scopes name, and nothing when anything about them is wrong. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gateway.access.jwt.audience=leeloo-gateway", "management.server.port=0"})
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = TestDatabase.class)
@AutoConfigureRestTestClient
class JwtIntegrationTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String NOTHING = "/api/v1/nothing";
    private static final RSAKey OURS = key();
    private static final RSAKey FOREIGN = key();

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Autowired
    private RestTestClient http;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("gateway.access.jwt.issuer-uri", issuer::baseUrl);
    }

    @BeforeEach
    void publishKeys() {
        issuer.stubFor(
                WireMock.get("/.well-known/openid-configuration").willReturn(okJson("""
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(issuer.baseUrl()))));
        issuer.stubFor(WireMock.get("/keys").willReturn(okJson(new JWKSet(OURS.toPublicJWK()).toString())));
    }

    @Test
    void tokenOpensWhatItsScopesName() {
        var token = signed(OURS, good().claim("scope", "people:read tags:read"));

        assertThat(get("/api/v1/people/bad-id", token)).hasStatus(400);
        assertThat(get("/api/v1/orders/bad-id", token)).hasStatus(403);
    }

    @Test
    void scpIsReadWhereThereIsNoScope() {
        var token = signed(OURS, good().claim("scp", List.of("people:read")));

        assertThat(get("/api/v1/people/bad-id", token)).hasStatus(400);
    }

    @Test
    void adminIsNotTakenFromAToken() {
        var token = signed(OURS, good().claim("scope", "admin people:read"));

        assertThat(get(CLIENTS, token)).hasStatus(403);
    }

    static Stream<JWTClaimsSet.Builder> badClaims() {
        return Stream.of(
                good().audience("another-service"),
                good().audience((String) null),
                good().issuer("https://issuer.example.org"),
                good().issuer(null),
                good().expirationTime(Date.from(Instant.EPOCH)),
                good().expirationTime(null),
                good().notBeforeTime(Date.from(Instant.parse("2999-01-01T00:00:00Z"))),
                good().subject(null),
                good().subject("with blank"));
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void tokenWithAWrongClaimIsRefused(JWTClaimsSet.Builder claims) {
        assertThat(get(NOTHING, signed(OURS, claims))).hasStatus(401);
    }

    @Test
    void tokenSignedByAnotherIsRefused() {
        assertThat(get(NOTHING, signed(FOREIGN, good()))).hasStatus(401);
    }

    @Test
    void unsignedTokenIsRefused() {
        var unsigned = new PlainJWT(good().build()).serialize();

        assertThat(get(NOTHING, unsigned)).hasStatus(401);
    }

    @Test
    void garbageWithDotsIsRefused() {
        assertThat(get(NOTHING, "a.b.c")).hasStatus(401);
    }

    @Test
    void goodTokenIsKnown() {
        assertThat(get(NOTHING, signed(OURS, good()))).hasStatus(404);
    }

    private RestTestClientResponse get(String path, String token) {
        return new Callers(http, "").get(path, token);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.baseUrl())
                .audience("leeloo-gateway")
                .subject("shop")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(OURS.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}

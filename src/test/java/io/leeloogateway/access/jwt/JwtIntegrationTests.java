package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.leeloogateway.fixtures.Callers;
import io.leeloogateway.fixtures.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
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
@ExtendWith(OutputCaptureExtension.class)
class JwtIntegrationTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String NOTHING = "/api/v1/nothing";
    private static final JWK OURS = JwtFixtures.rsaKey("key");
    private static final JWK FOREIGN = JwtFixtures.rsaKey("key");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcTemplate database;

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
                good().subject(" "));
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

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"})
    void tokenWithAFaultGetsTheAnswerOfABadKey(String token) {
        var asBadKey = get(NOTHING, "lgw_of-no-worth");

        var answer = get(NOTHING, token);

        assertThat(answer).hasStatus(401);
        assertThat(withoutIds(answer)).isEqualTo(withoutIds(asBadKey));
    }

    @Test
    void subjectThatIsAnAddressIsNowhereInClear(CapturedOutput output) {
        var token = signed(OURS, good().subject("anna.vogel@example.org").claim("scope", "people:read"));

        var me = get("/api/v1/me", token);

        assertThat(me).hasStatus(200).bodyText().containsPattern("jwt:[0-9a-f]{8}:sub-[0-9a-f]{32}");
        assertThat(me).bodyText().doesNotContain("anna");
        assertThat(database.queryForList("select client_id from client_windows", String.class))
                .noneMatch(id -> id.contains("anna"))
                .anyMatch(id -> id.contains(":sub-"));
        assertThat(output).doesNotContain("anna.vogel");
    }

    @Test
    void goodTokenIsKnown() {
        assertThat(get(NOTHING, signed(OURS, good()))).hasStatus(404);
    }

    private static String withoutIds(RestTestClientResponse answer) {
        var body = Objects.requireNonNull(answer.getExchangeResult().getResponseBodyContent());
        return new String(body, StandardCharsets.UTF_8).replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private RestTestClientResponse get(String path, String token) {
        return new Callers(http, "").get(path, token);
    }

    private static JWTClaimsSet.Builder good() {
        return JwtFixtures.good(issuer.baseUrl());
    }

    private static String signed(JWK key, JWTClaimsSet.Builder claims) {
        return JwtFixtures.signed(key, "RS256", claims).reveal();
    }
}

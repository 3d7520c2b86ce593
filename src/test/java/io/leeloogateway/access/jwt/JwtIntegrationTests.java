package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.fixtures.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/** Authentication with JWTs of an external issuer, whose JWK set also has unusable entries. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gateway.access.jwt.audience=leeloo-gateway", "management.server.port=0"})
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = TestDatabase.class)
@AutoConfigureRestTestClient
@ExtendWith(OutputCaptureExtension.class)
class JwtIntegrationTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String UNKNOWN_ROUTE = "/api/v1/nothing";
    private static final JWK ISSUER_KEY = JwtFixtures.rsaKey("key");
    private static final JWK OTHER_KEY = JwtFixtures.rsaKey("key");

    /** Keeps its port as long as the context, which knows its address. */
    private static final WireMockServer issuer =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private List<CredentialResolver> resolvers;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        issuer.start();
        registry.add("gateway.access.jwt.issuer-uri", issuer::baseUrl);
    }

    @BeforeEach
    void publishKeys() {
        issuer.stubFor(
                WireMock.get("/.well-known/openid-configuration").willReturn(okJson("""
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(issuer.baseUrl()))));
        issuer.stubFor(WireMock.get("/keys")
                .willReturn(okJson(UnusableJwks.setOf(UnusableJwks.all().values(), ISSUER_KEY))));
        // on a busy machine the first fetch may fail, and the next is made 15 seconds later
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(UNKNOWN_ROUTE, signed(ISSUER_KEY, validClaims())))
                        .hasStatus(404));
    }

    @Test
    void tokenGrantsItsScopes() {
        var token = signed(ISSUER_KEY, validClaims().claim("scope", "people:read tags:read"));

        assertThat(get("/api/v1/people/bad-id", token)).hasStatus(400);
        assertThat(get("/api/v1/orders/bad-id", token)).hasStatus(403);
    }

    /** The stored keys are last: they record in the audit log that a token is malformed. */
    @Test
    void tokenIsVerifiedBeforeStoredKeys() {
        assertThat(resolvers.stream().map(resolver -> resolver.getClass().getSimpleName()))
                .containsExactly("BootstrapKeyResolver", "DemoKeyResolver", "JwtResolver", "StoredApiKeyResolver");
    }

    @Test
    void scpIsUsedWithoutScope() {
        var token = signed(ISSUER_KEY, validClaims().claim("scp", List.of("people:read")));

        assertThat(get("/api/v1/people/bad-id", token)).hasStatus(400);
    }

    @Test
    void adminScopeOfATokenIsIgnoredByDefault() {
        var token = signed(ISSUER_KEY, validClaims().claim("scope", "admin people:read"));

        assertThat(get(CLIENTS, token)).hasStatus(403);
    }

    static Stream<JWTClaimsSet.Builder> invalidClaims() {
        return Stream.of(
                validClaims().audience("another-service"),
                validClaims().audience((String) null),
                validClaims().issuer("https://issuer.example.org"),
                validClaims().issuer(null),
                validClaims().expirationTime(Date.from(Instant.EPOCH)),
                validClaims().expirationTime(null),
                validClaims().notBeforeTime(Date.from(Instant.parse("2999-01-01T00:00:00Z"))),
                validClaims().subject(null),
                validClaims().subject(" "));
    }

    @ParameterizedTest
    @MethodSource("invalidClaims")
    void tokenWithAnInvalidClaimIsRejected(JWTClaimsSet.Builder claims) {
        assertThat(get(UNKNOWN_ROUTE, signed(ISSUER_KEY, claims))).hasStatus(401);
    }

    @Test
    void tokenSignedWithAnotherKeyIsRejected() {
        assertThat(get(UNKNOWN_ROUTE, signed(OTHER_KEY, validClaims()))).hasStatus(401);
    }

    @Test
    void unsignedTokenIsRejected() {
        var unsigned = new PlainJWT(validClaims().build()).serialize();

        assertThat(get(UNKNOWN_ROUTE, unsigned)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"})
    void malformedTokenGetsTheResponseOfAnInvalidKey(String token) {
        var responseToInvalidKey = get(UNKNOWN_ROUTE, "lgw_of-no-worth");

        var response = get(UNKNOWN_ROUTE, token);

        assertThat(response).hasStatus(401);
        assertThat(withoutIds(response)).isEqualTo(withoutIds(responseToInvalidKey));
    }

    @Test
    void emailAddressOfASubjectIsNeverStoredOrLogged(CapturedOutput output) {
        var token = signed(
                ISSUER_KEY, validClaims().subject("anna.vogel@example.org").claim("scope", "people:read"));

        var me = get("/api/v1/me", token);

        assertThat(me).hasStatus(200).bodyText().containsPattern("jwt:[0-9a-f]{8}:sub-[0-9a-f]{32}");
        assertThat(me).bodyText().doesNotContain("anna");
        assertThat(database.queryForList("select client_id from rate_limit_windows", String.class))
                .noneMatch(id -> id.contains("anna"))
                .anyMatch(id -> id.contains(":sub-"));
        assertThat(output).doesNotContain("anna.vogel");
    }

    @Test
    void validTokenIsAuthenticated() {
        assertThat(get(UNKNOWN_ROUTE, signed(ISSUER_KEY, validClaims()))).hasStatus(404);
    }

    private static String withoutIds(RestTestClientResponse response) {
        var body = Objects.requireNonNull(response.getExchangeResult().getResponseBodyContent());
        return new String(body, StandardCharsets.UTF_8).replaceAll("(\"requestId\":\"|/requests/)[^\"]+", "$1");
    }

    private RestTestClientResponse get(String path, String token) {
        return new TestClients(http, "").get(path, token);
    }

    private static JWTClaimsSet.Builder validClaims() {
        return JwtFixtures.validClaims(issuer.baseUrl());
    }

    private static String signed(JWK key, JWTClaimsSet.Builder claims) {
        return JwtFixtures.signed(key, "RS256", claims).reveal();
    }
}

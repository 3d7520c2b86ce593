package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.access.apikey.ApiKeyFixtures;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;

@GatewayTest
class UnauthenticatedIntegrationTests {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    HikariDataSource pool;

    @Autowired
    UnknownCallers unknownCallers;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/me?access_token=x", "/openapi.json", "/unknown"})
    void networkWithTooManyRequestsIsServedSlowly(String path) {
        var address = IpAddress.parse("127.0.0.1").orElseThrow();
        while (unknownCallers.tryCount(address)) {}
        try {
            var began = System.nanoTime();
            http.get().uri(path).exchange().returnResult();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
        } finally {
            unknownCallers.clear(new SandboxReset());
        }
    }

    @Test
    void every401ForAnInvalidCredentialIsIdentical() {
        var good = callers.newKeyWithScopes("admin");
        var expired = callers.newKeyWithScopes("admin");
        expire(expired);
        var revokedClient = callers.newClient("admin");
        var revoked = callers.newKey(revokedClient);
        callers.delete(TestClients.keyPath(revokedClient, revoked));
        var frozen = keyOfClientWith(Map.of("state", "frozen"));
        var wrongNetwork = keyOfClientWith(Map.of("networks", List.of("192.0.2.0/24")));

        var responses = Stream.of(
                        "Bearer garbage",
                        "Bearer " + ApiKeyFixtures.mistyped(good),
                        "Bearer " + ApiKeyFixtures.fresh().token().reveal(),
                        "Bearer " + ApiKeyFixtures.withForeignSecret(good),
                        "Bearer " + expired,
                        "Bearer " + revoked,
                        "Bearer " + frozen,
                        "Bearer " + wrongNetwork,
                        "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY + "x",
                        "Bearer lgw_")
                .map(header -> callers.withHeader(TestClients.CLIENTS, header))
                .toList();

        assertThat(callers.get(TestClients.CLIENTS, good)).hasStatusOk();
        assertThat(responses)
                .allSatisfy(response -> assertThat(response)
                        .hasStatus(401)
                        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        assertThat(responses)
                .extracting(UnauthenticatedIntegrationTests::withoutRequestId)
                .containsOnly("""
                {"type":"/problems/unauthenticated","title":"No valid key","status":401,\
                "detail":"the request has no valid API key","instance":"/api/v1/requests/",\
                "requestId":"","retryable":false}""");
        assertThat(responses)
                .extracting(UnauthenticatedIntegrationTests::comparableHeaders)
                .containsOnly(comparableHeaders(responses.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Token lgw_", "lgw_demo"})
    void requestWithoutABearerTokenHearsWhichHeaderIsExpected(String header) {
        var response = header.isEmpty()
                ? callers.getWithoutKey(TestClients.CLIENTS)
                : callers.withHeader(TestClients.CLIENTS, header);

        assertThat(response)
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("the request has no API key; send it in the header Authorization: Bearer lgw_…");
    }

    @Test
    void schemeIsCaseInsensitive() {
        var key = callers.newKeyWithScopes("admin");

        assertThat(callers.withHeader(TestClients.CLIENTS, "bEARER   " + key)).hasStatusOk();
    }

    /** The work of other requests may end at the same time, but not each time. */
    @Test
    void malformedKeyIsRejectedWithoutTheDatabase() {
        var key = callers.newKeyWithScopes("admin");
        var malformed = List.of(ApiKeyFixtures.mistyped(key), "garbage", "lgw_", key + "0", key.substring(1));

        var connectionsForMalformed = IntStream.range(0, 5)
                .mapToLong(_ ->
                        connectionsUsed(() -> malformed.forEach(token -> callers.get(TestClients.CLIENTS, token))))
                .min()
                .orElseThrow();
        var connectionsForUnknown = connectionsUsed(() ->
                callers.get(TestClients.CLIENTS, ApiKeyFixtures.fresh().token().reveal()));

        assertThat(connectionsForMalformed).isZero();
        assertThat(connectionsForUnknown).isPositive();
    }

    @Test
    void unknownRouteIsA404WithKeyAndA401WithoutKey() {
        var key = callers.newKeyWithScopes("tags:read");

        assertThat(callers.get("/api/v1/no-such-route", key)).hasStatus(404);
        assertThat(callers.getWithoutKey("/api/v1/no-such-route")).hasStatus(401);
        assertThat(callers.getWithoutKey("/no-such-route"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private String keyOfClientWith(Map<String, Object> change) {
        var client = callers.newClient("admin");
        var key = callers.newKey(client);
        callers.patch(TestClients.CLIENTS + "/" + client, change);
        return key;
    }

    private long connectionsUsed(Runnable calls) {
        var before = connections();
        calls.run();
        return connections() - before;
    }

    /** Of requests, and of keys and limits; the heartbeat uses another pool. */
    private long connections() {
        return Stream.of(pool.getPoolName(), "access")
                .mapToLong(name -> metrics.get("hikaricp.connections.acquire")
                        .tag("pool", name)
                        .timer()
                        .count())
                .sum();
    }

    private void expire(String key) {
        database.sql("update client_keys set expires_at = now() - interval '1 second' where id = ?")
                .param(key.substring(4, 16))
                .update();
    }

    private static String withoutRequestId(RestTestClientResponse response) {
        var body = new String(response.getExchangeResult().getResponseBodyContent(), StandardCharsets.UTF_8);
        return body.replaceAll("(\"requestId\":\"|/requests/)[^\"]+", "$1");
    }

    /** Tomcat closes a connection with its hundredth response. */
    private static String comparableHeaders(RestTestClientResponse response) {
        var headers = new HttpHeaders(response.getExchangeResult().getResponseHeaders());
        Stream.of(HttpHeaders.DATE, HttpHeaders.CONNECTION, "X-Request-Id").forEach(headers::remove);
        return headers.toString();
    }
}

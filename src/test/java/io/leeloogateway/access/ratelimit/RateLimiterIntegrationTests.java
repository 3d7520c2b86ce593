package io.leeloogateway.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;

@GatewayTest
class RateLimiterIntegrationTests {

    private static final String ME = "/api/v1/me";
    private static final String PERSON = "/api/v1/people/64a0c3f00001000000000002";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    QuotaLeaseRepository repository;

    @Autowired
    DataSource source;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void everyResponseToAKnownKeyHasRateLimitHeaders() {
        var key = callers.newKey(clientWithLimit(9, "people:read"));

        assertRateLimit(callers.get(ME, key), 200, "\"client\";r=8;t=\\d+");
        assertRateLimit(callers.get(PERSON + "?misspelt=1", key), 400, "\"client\";r=7;t=\\d+");
        assertRateLimit(callers.get(TestClients.CLIENTS, key), 403, "\"client\";r=6;t=\\d+");
        assertRateLimit(callers.get("/api/v1/no-such-route", key), 404, "\"client\";r=5;t=\\d+");
        assertRateLimit(send(HttpMethod.DELETE, PERSON, key), 405, "\"client\";r=4;t=\\d+");
        assertRateLimit(failing("html-502", key), 503, "\"client\";r=3;t=\\d+");
        assertRateLimit(failing("garbage", key), 502, "\"client\";r=2;t=\\d+");
        assertRateLimit(send(HttpMethod.OPTIONS, PERSON, key), 200, "\"client\";r=1;t=\\d+");
        assertRateLimit(callers.get(PERSON, key), 200, "\"client\";r=0;t=\\d+");
        assertRateLimit(callers.get(PERSON, key), 429, "\"client\";r=0;t=\\d+");
    }

    @Test
    void unauthenticatedResponseHasNoRateLimitHeaders() {
        assertThat(callers.get(ME, "garbage"))
                .hasStatus(401)
                .doesNotContainHeader("RateLimit")
                .doesNotContainHeader("RateLimit-Policy");
    }

    @Test
    void bootstrapAndDemoHaveLimits() {
        assertThat(callers.asAdmin(TestClients.CLIENTS))
                .hasHeader("RateLimit-Policy", "\"client\";q=100000;w=60, \"leeloo\";q=600000;w=60");
        assertThat(callers.get(ME, demoKey))
                .hasHeader("RateLimit-Policy", "\"client\";q=100000;w=60, \"leeloo\";q=600000;w=60");
    }

    @Test
    void requestOverTheLimitIsA429WithRetryAfter() {
        var key = callers.newKey(clientWithLimit(1, "people:read"));
        callers.get(ME, key);

        var rejected = callers.get(PERSON, key);

        assertThat(rejected).hasStatus(429).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(rejected).bodyJson().isLenientlyEqualTo("""
                {"type": "/problems/rate-limited", "status": 429, "retryable": true,
                 "detail": "the client's 1 requests of this minute are used up"}""");
        assertThat(rejected).bodyJson().doesNotHavePath("outcome");
        assertThat(retryAfter(rejected)).isBetween(58L, 60L);
    }

    @Test
    void changeOverTheLimitHasOutcomeNotSent() {
        var key = callers.newKey(clientWithLimit(1, "people:write"));
        callers.get(ME, key);

        assertThat(callers.post("/api/v1/people", Map.of("name", "Eva"), key))
                .hasStatus(429)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
    }

    @Test
    void limitIsCheckedBeforeTheScope() {
        var key = callers.newKey(clientWithLimit(1, "people:read"));
        callers.get(ME, key);

        assertThat(callers.get(TestClients.CLIENTS, key)).hasStatus(429);
        assertThat(callers.get("/api/v1/no-such-route", key)).hasStatus(429);
    }

    @Test
    void allKeysOfAClientShareItsLimit() {
        var client = clientWithLimit(2, "people:read");
        var first = callers.newKey(client);
        var second = callers.newKey(client);

        assertThat(callers.status(ME, first)).isEqualTo(200);
        assertThat(callers.status(ME, second)).isEqualTo(200);
        assertThat(callers.status(ME, first)).isEqualTo(429);
        assertThat(callers.status(ME, second)).isEqualTo(429);
    }

    @Test
    void requestIsAcceptedAfterRetryAfter() {
        var client = clientWithLimit(1, "people:read");
        var key = callers.newKey(client);
        usedUpSince(client, "58 seconds");

        var rejected = callers.get(ME, key);
        assertThat(rejected).hasStatus(429);
        var wait = Duration.ofSeconds(retryAfter(rejected));
        var since = System.nanoTime();

        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        await().pollDelay(wait).atMost(wait.plusSeconds(1)).until(() -> System.nanoTime() - since >= wait.toNanos());
        assertThat(callers.get(ME, key)).hasStatusOk();
    }

    @Test
    void windowStartsWithTheFirstRequestAfterTheLastWindow() {
        var client = clientWithLimit(10, "people:read");
        usedUpSince(client, "61 seconds");

        var lease = repository.acquire(client, 10, 3);

        assertThat(lease.granted()).isEqualTo(3);
        assertThat(lease.available()).isEqualTo(7);
        assertThat(lease.timeToReset()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void leasesNeverExceedTheLimit() {
        var client = clientWithLimit(10, "people:read");

        assertThat(repository.acquire(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::available)
                .containsExactly(7, 3);
        assertThat(repository.acquire(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::available)
                .containsExactly(3, 0);
        assertThat(repository.acquire(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::available)
                .containsExactly(0, 0);
        assertThat(repository.acquire(client, 5, 7))
                .extracting(QuotaLease::granted, QuotaLease::available)
                .containsExactly(0, 0);
        assertThat(repository.acquire(client, 12, 7))
                .extracting(QuotaLease::granted, QuotaLease::available)
                .containsExactly(2, 0);
    }

    @Test
    void lockedWindowDelaysNoRequest() {
        var client = clientWithLimit(3, "people:read");
        var key = callers.newKey(client);
        usedUpSince(client, "61 seconds");
        var startedAt = System.nanoTime();

        var statuses = new LockedRateLimitRow(source, client)
                .during(() -> List.of(
                        callers.status(ME, key),
                        callers.status(ME, key),
                        callers.status(ME, key),
                        callers.status(ME, key)));

        assertThat(statuses).containsExactly(200, 200, 200, 429);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofSeconds(3));
    }

    private void usedUpSince(String client, String time) {
        database.sql("insert into rate_limit_windows values (:client, now() - cast(:time as interval), 1000000)")
                .param("client", client)
                .param("time", time)
                .update();
    }

    private String clientWithLimit(int limit, String... scopes) {
        var form = new HashMap<>(TestClients.client(scopes));
        form.put("requestsPerMinute", limit);
        return callers.newClient(Map.copyOf(form));
    }

    private RestTestClientResponse send(HttpMethod method, String path, String key) {
        return RestTestClientResponse.from(http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .exchange());
    }

    private RestTestClientResponse failing(String fault, String key) {
        return RestTestClientResponse.from(http.get()
                .uri(PERSON)
                .header("X-Sandbox-Fault", fault)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .exchange());
    }

    private static long retryAfter(RestTestClientResponse response) {
        var header = response.getExchangeResult().getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return Long.parseLong(String.valueOf(header));
    }

    private static void assertRateLimit(RestTestClientResponse response, int status, String rateLimit) {
        assertThat(response)
                .hasStatus(status)
                .hasHeader("RateLimit-Policy", "\"client\";q=9;w=60, \"leeloo\";q=600000;w=60");
        assertThat(response.getExchangeResult().getResponseHeaders().getFirst("RateLimit"))
                .matches(rateLimit);
    }
}

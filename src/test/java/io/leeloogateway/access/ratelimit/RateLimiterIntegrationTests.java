package io.leeloogateway.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.Callers;
import io.leeloogateway.fixtures.GatewayTest;
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
    QuotaLeaseRepository store;

    @Autowired
    DataSource source;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    Callers callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new Callers(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void everyAnswerToAKnownKeyTellsTheLimit() {
        var key = callers.newKey(clientWithLimit(9, "people:read"));

        tells(callers.get(ME, key), 200, "\"client\";r=8;t=\\d+");
        tells(callers.get(PERSON + "?misspelt=1", key), 400, "\"client\";r=7;t=\\d+");
        tells(callers.get(Callers.CLIENTS, key), 403, "\"client\";r=6;t=\\d+");
        tells(callers.get("/api/v1/no-such-route", key), 404, "\"client\";r=5;t=\\d+");
        tells(send(HttpMethod.DELETE, PERSON, key), 405, "\"client\";r=4;t=\\d+");
        tells(failing("html-502", key), 503, "\"client\";r=3;t=\\d+");
        tells(failing("garbage", key), 502, "\"client\";r=2;t=\\d+");
        tells(send(HttpMethod.OPTIONS, PERSON, key), 200, "\"client\";r=1;t=\\d+");
        tells(callers.get(PERSON, key), 200, "\"client\";r=0;t=\\d+");
        tells(callers.get(PERSON, key), 429, "\"client\";r=0;t=\\d+");
    }

    @Test
    void strangersAreToldNothing() {
        assertThat(callers.get(ME, "garbage"))
                .hasStatus(401)
                .doesNotContainHeader("RateLimit")
                .doesNotContainHeader("RateLimit-Policy");
    }

    @Test
    void bootstrapAndDemoHaveLimitsToo() {
        assertThat(callers.asAdmin(Callers.CLIENTS)).hasHeader("RateLimit-Policy", "\"client\";q=100000;w=60");
        assertThat(callers.get(ME, demoKey)).hasHeader("RateLimit-Policy", "\"client\";q=100000;w=60");
    }

    @Test
    void overTheLimitIsAProblemThatSaysHowLongToWait() {
        var key = callers.newKey(clientWithLimit(1, "people:read"));
        callers.get(ME, key);

        var refused = callers.get(PERSON, key);

        assertThat(refused).hasStatus(429).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused).bodyJson().isLenientlyEqualTo("""
                {"type": "/problems/rate-limited", "status": 429, "retryable": true,
                 "detail": "the client's 1 requests of this minute are used up"}""");
        assertThat(refused).bodyJson().doesNotHavePath("outcome");
        assertThat(retryAfter(refused)).isBetween(58L, 60L);
    }

    @Test
    void refusedChangeSaysThatItWasNotSent() {
        var key = callers.newKey(clientWithLimit(1, "people:write"));
        callers.get(ME, key);

        assertThat(callers.post("/api/v1/people", Map.of("name", "Eva"), key))
                .hasStatus(429)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
    }

    @Test
    void limitComesBeforeTheScope() {
        var key = callers.newKey(clientWithLimit(1, "people:read"));
        callers.get(ME, key);

        assertThat(callers.get(Callers.CLIENTS, key)).hasStatus(429);
        assertThat(callers.get("/api/v1/no-such-route", key)).hasStatus(429);
    }

    @Test
    void allKeysOfAClientShareItsLimit() {
        var client = clientWithLimit(2, "people:read");
        var one = callers.newKey(client);
        var other = callers.newKey(client);

        assertThat(callers.status(ME, one)).isEqualTo(200);
        assertThat(callers.status(ME, other)).isEqualTo(200);
        assertThat(callers.status(ME, one)).isEqualTo(429);
        assertThat(callers.status(ME, other)).isEqualTo(429);
    }

    @Test
    void retryAfterIsTrue() {
        var client = clientWithLimit(1, "people:read");
        var key = callers.newKey(client);
        usedUpSince(client, "58 seconds");

        var refused = callers.get(ME, key);
        assertThat(refused).hasStatus(429);
        var wait = Duration.ofSeconds(retryAfter(refused));
        var since = System.nanoTime();

        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        await().pollDelay(wait).atMost(wait.plusSeconds(1)).until(() -> System.nanoTime() - since >= wait.toNanos());
        assertThat(callers.get(ME, key)).hasStatusOk();
    }

    @Test
    void windowBeginsWithTheFirstCallAfterTheLastOne() {
        var client = clientWithLimit(10, "people:read");
        usedUpSince(client, "61 seconds");

        var lease = store.lease(client, 10, 3);

        assertThat(lease.granted()).isEqualTo(3);
        assertThat(lease.left()).isEqualTo(7);
        assertThat(lease.rest()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void leasesNeverGiveMoreThanTheLimit() {
        var client = clientWithLimit(10, "people:read");

        assertThat(store.lease(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::left)
                .containsExactly(7, 3);
        assertThat(store.lease(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::left)
                .containsExactly(3, 0);
        assertThat(store.lease(client, 10, 7))
                .extracting(QuotaLease::granted, QuotaLease::left)
                .containsExactly(0, 0);
        assertThat(store.lease(client, 5, 7))
                .extracting(QuotaLease::granted, QuotaLease::left)
                .containsExactly(0, 0);
        assertThat(store.lease(client, 12, 7))
                .extracting(QuotaLease::granted, QuotaLease::left)
                .containsExactly(2, 0);
    }

    @Test
    void lockedWindowHoldsNobodyUp() {
        var client = clientWithLimit(3, "people:read");
        var key = callers.newKey(client);
        usedUpSince(client, "61 seconds");
        var began = System.nanoTime();

        var statuses = new LockedRateLimitRow(source, client)
                .during(() -> List.of(
                        callers.status(ME, key),
                        callers.status(ME, key),
                        callers.status(ME, key),
                        callers.status(ME, key)));

        assertThat(statuses).containsExactly(200, 200, 200, 429);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private void usedUpSince(String client, String time) {
        database.sql("insert into client_windows values (:client, now() - cast(:time as interval), 1000000)")
                .param("client", client)
                .param("time", time)
                .update();
    }

    private String clientWithLimit(int limit, String... scopes) {
        var form = new HashMap<>(Callers.client(scopes));
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

    private static long retryAfter(RestTestClientResponse answer) {
        var header = answer.getExchangeResult().getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return Long.parseLong(String.valueOf(header));
    }

    private static void tells(RestTestClientResponse answer, int status, String rest) {
        assertThat(answer).hasStatus(status).hasHeader("RateLimit-Policy", "\"client\";q=9;w=60");
        assertThat(answer.getExchangeResult().getResponseHeaders().getFirst("RateLimit"))
                .matches(rest);
    }
}

package io.leeloogateway.audit.capture;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the maximum of audit events waits, no further request is served. */
@GatewayTest
class AuditBackpressureIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    JdbcClient database;

    @Autowired
    AuditBackpressure backpressure;

    @Autowired
    OverloadRejector overload;

    @Autowired
    MeterRegistry meters;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("http://127.0.0.1:${local.management.port}")
    String management;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "full-" + UUID.randomUUID();
    private GatewayClient caller;
    private int acquired;

    @BeforeEach
    void acquireAll() {
        caller = new GatewayClient(address, key);
        caller.get(GatewayClient.PERSON);
        overload.flushAll();
        await().until(() -> backpressure.availablePermits() == AuditBackpressure.CAPACITY);
        IntStream.range(0, AuditBackpressure.CAPACITY).forEach(_ -> acquire());
    }

    @AfterEach
    void releaseAll() {
        IntStream.range(0, acquired).forEach(_ -> backpressure.release());
        await().until(() -> backpressure.availablePermits() == AuditBackpressure.CAPACITY);
    }

    @Test
    void requestIsRejectedBeforeItIsProcessed() {
        var sent = caller.calls("/people/" + ANNA + "/add-comment").size();

        var answer = caller.send("POST", GatewayClient.PERSON + "/comments", "{\"text\":\"x\"}", "X-Request-Id", id);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/database-unavailable");
        assertThat(answer.json().path("retryable").asBoolean()).isTrue();
        assertThat(answer.json().path("outcome").asString()).isEqualTo("not_sent");
        assertThat(caller.calls("/people/" + ANNA + "/add-comment")).hasSize(sent);
    }

    /** One event counts all rejected requests of a minute. */
    @Test
    void rejectedRequestsAreCounted() {
        var rejected = rejected();
        for (var i = 0; i < 5; i++) {
            assertThat(caller.get(GatewayClient.PERSON, "X-Request-Id", id + "-" + i, "Request-Timeout", "0.05")
                            .status())
                    .isEqualTo(503);
        }

        overload.flushAll();

        await().until(() -> database.sql("select coalesce(sum(requests), 0) from audit_events where request_id like ?")
                        .param(id + "%")
                        .query(Long.class)
                        .single()
                == 5);
        var rows = database.sql("select outcome, status, problem from audit_events where request_id like ?")
                .param(id + "%")
                .query()
                .listOfRows();
        assertThat(rows)
                .hasSizeBetween(1, 2)
                .allSatisfy(row -> assertThat(row)
                        .containsAllEntriesOf(
                                Map.of("outcome", "failed", "status", 503, "problem", "database-unavailable")));
        assertThat(rejected()).isEqualTo(rejected + 5);
    }

    @Test
    void waitingRequestIsServedAfterARelease() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> caller.get(GatewayClient.PERSON, "X-Request-Id", id));
        await().until(() -> backpressure.queueLength() == 1);

        release();

        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(new AuditRows(database).only(id)).containsEntry("status", 200);
        assertThat(backpressure.availablePermits()).isOne();
    }

    @Test
    void requestThatIsNotAuditedNeedsNoPermit() throws Exception {
        for (var open : new String[] {address + "/problems/not-found", management + "/actuator/health/readiness"}) {
            var request = HttpRequest.newBuilder(URI.create(open)).build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void acquire() {
        assertThat(backpressure.tryAcquire(Deadline.after(Duration.ofSeconds(5))))
                .isTrue();
        acquired++;
    }

    private void release() {
        backpressure.release();
        acquired--;
    }

    private double rejected() {
        return meters.get("gateway.audit.rejected").counter().count();
    }
}

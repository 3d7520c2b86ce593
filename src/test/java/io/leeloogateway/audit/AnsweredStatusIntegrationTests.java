package io.leeloogateway.audit;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An audit entry has the status that the caller got, and the outcome of the change. */
@AuditTest
class AnsweredStatusIntegrationTests {

    private static final String COMMENTS = "/api/v1/people/" + ANNA + "/comments";

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "answered-" + UUID.randomUUID();
    private GatewayClient caller;

    @BeforeEach
    void open() {
        caller = new GatewayClient(address, key);
        caller.reset();
    }

    @AfterEach
    void acceptAgain() {
        database.sql("drop function if exists slow_down() cascade").update();
    }

    @ParameterizedTest
    @CsvSource({
        "hang-after-apply=1500, 0.5, 504, success",
        "slow-first-byte=1200, 0.4, 504, success",
        "cut-after-apply, 8, 503, unknown",
        "garbage, 8, 502, unknown",
        "error-400, 8, 422, rejected",
        "none, 8, 201, success"
    })
    void entryOfAChangeHasTheStatusOfTheResponse(String fault, String timeout, int status, String outcome) {
        var response = comment("Request-Timeout", timeout, "X-Sandbox-Fault", fault);

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        var entry = entry(outcome);
        assertThat(entry.path("status").asInt()).isEqualTo(status);
        assertThat(entry.path("problem").asString("")).isEqualTo(response.problem());
        assertThat(entry.path("leelooCalls").asInt()).isEqualTo(1);
    }

    /** The outcome is recorded after the response, and first. */
    @ParameterizedTest
    @CsvSource({"0.3", "1.2"})
    void deadlineThatPassesDuringTheRecordIsRecorded(String timeout) {
        database.sql("""
                create function slow_down() returns trigger as 'begin perform pg_sleep(0.8); return new; end' language plpgsql;
                create trigger slow_down before update on operations for each row execute function slow_down()""").update();

        var response = comment("Request-Timeout", timeout, "X-Sandbox-Fault", "slow-first-byte=250");

        var entry = entry("success");
        assertThat(entry.path("status").asInt()).isEqualTo(response.status());
    }

    @Test
    void timedOutReadCostsACall() {
        var response = caller.get(
                "/api/v1/people/" + ANNA,
                "X-Request-Id",
                id,
                "Cache-Control",
                "no-cache",
                "Request-Timeout",
                "0.5",
                "X-Sandbox-Fault",
                "slow-first-byte=3000");

        assertThat(response.status()).as(response.body()).isEqualTo(504);
        var entry = entry("failed");
        assertThat(entry.path("status").asInt()).isEqualTo(504);
        assertThat(entry.path("leelooCalls").asInt()).isEqualTo(1);
    }

    private GatewayResponse comment(String... headers) {
        var all = new String[] {headers[0], headers[1], headers[2], headers[3], "X-Request-Id", id};
        return caller.send("POST", COMMENTS, "{\"text\":\"Called back.\"}", all);
    }

    /** Waits for the outcome. */
    private JsonNode entry(String outcome) {
        await().until(() -> read().path("outcome").asString("").equals(outcome));
        return read();
    }

    private JsonNode read() {
        return caller.get("/api/v1/requests/" + id).json().at("/requests/0/entry");
    }
}

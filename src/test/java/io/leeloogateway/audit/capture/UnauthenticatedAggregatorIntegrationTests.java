package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class UnauthenticatedAggregatorIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    UnauthenticatedAggregator aggregator;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    /** Two minutes can begin meanwhile, so ten to twenty requests have an event of their own. */
    @Test
    void unauthenticatedRequestsAreCountedAfterTenPerMinute() {
        aggregator.flushAll();
        var run = "unauthenticated-" + UUID.randomUUID() + "-";
        var unauthenticated = new GatewayClient(address, "nonsense");
        for (var i = 0; i < 40; i++) {
            unauthenticated.get("/api/v1/people", "X-Request-Id", run + i);
        }
        aggregator.flushAll();

        aggregator.flushAll();
        await().until(() -> sum(run) == 40);
        var rows = database.sql("select count(*) from audit_events where request_id like ?")
                .param(run + "%")
                .query(Integer.class)
                .single();
        assertThat(rows).isBetween(11, 22);
    }

    @Test
    void reasonThatTheCallerDoesNotSeeIsRecorded() {
        aggregator.flushAll();
        var id = "reason-" + UUID.randomUUID();

        new GatewayClient(address, "nonsense").get("/api/v1/people", "X-Request-Id", id);

        var entry = new AuditRows(database).only(id);
        assertThat(String.valueOf(entry.get("details"))).contains("malformed");
        assertThat(String.valueOf(entry.get("problem"))).isEqualTo("unauthenticated");
    }

    private long sum(String run) {
        return database.sql("select coalesce(sum(requests), 0) from audit_events where request_id like ?")
                .param(run + "%")
                .query(Long.class)
                .single();
    }
}

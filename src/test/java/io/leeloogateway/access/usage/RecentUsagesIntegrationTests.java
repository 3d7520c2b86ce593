package io.leeloogateway.access.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class RecentUsagesIntegrationTests {

    @Autowired
    RecentUsages usages;

    @Autowired
    JdbcClient database;

    @Autowired
    RestTestClient http;

    private final Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private String client = "";

    @BeforeEach
    void createClient() {
        client = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY).newClient("people:read");
    }

    @Test
    void usageIsSummedOnceInAMinute() {
        use("people.find");
        assertThat(usages.find(client, minute).lastHour()).containsExactly(new ActionUsage("people.find", 1));

        use("orders.list");

        assertThat(usages.find(client, minute.plusSeconds(59)).lastHour()).hasSize(1);
        assertThat(usages.find(client, minute.plusSeconds(60)).lastHour()).hasSize(2);
    }

    private void use(String action) {
        database.sql("insert into client_usage values (:client, :minute, :action, 1)")
                .param("client", client)
                .param("minute", Timestamp.from(minute))
                .param("action", action)
                .update();
    }
}

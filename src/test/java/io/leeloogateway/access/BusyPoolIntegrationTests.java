package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Requests of some clients use up the connections of the main pool. */
@GatewayTest
class BusyPoolIntegrationTests {

    @Autowired
    RestTestClient http;

    @Autowired
    HikariDataSource requests;

    private final List<Connection> taken = new ArrayList<>();

    @AfterEach
    void giveBack() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    @Test
    void clientWhoseKeyAndLimitAreNotYetKnownIsAdmitted() throws SQLException {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var key = callers.newKeyWithScopes("people:read");
        while (taken.size() < requests.getMaximumPoolSize()) {
            taken.add(requests.getConnection());
        }

        assertThat(callers.status("/api/v1/no-such-route", key)).isEqualTo(404);
    }
}

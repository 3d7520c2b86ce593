package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL ends a statement before the socket timeout of its client, so that no abandoned statement remains. */
@GatewayTest
class ConnectionPoolsIntegrationTests {

    @Autowired
    ApplicationContext gateway;

    @Test
    void statementTimeoutIsShorterThanSocketTimeout() {
        var pools = gateway.getBeansOfType(HikariDataSource.class);

        assertThat(pools).hasSize(5).allSatisfy((_, pool) -> {
            assertThat(setting(pool, "statement_timeout")).isEqualTo("1800ms");
            assertThat(setting(pool, "lock_timeout")).isIn("1s", "400ms");
        });
    }

    private static String setting(HikariDataSource pool, String name) {
        return JdbcClient.create(pool).sql("show " + name).query(String.class).single();
    }
}

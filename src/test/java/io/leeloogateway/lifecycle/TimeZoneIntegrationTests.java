package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The zone of the host, such as {@code TZ=Europe/Kiev}, need not be known to PostgreSQL. */
@Timeout(60)
class TimeZoneIntegrationTests {

    @Test
    void gatewayRunsInUtcWhateverTheZoneOfTheHostIs() {
        var zone = TimeZone.getDefault();
        try (var postgres = PostgresProcess.start()) {
            TimeZone.setDefault(TimeZone.getTimeZone("SystemV/EST5"));

            try (var gateway = runMain(postgres)) {
                assertThat(gateway.getBeansOfType(HikariDataSource.class).values())
                        .hasSize(5)
                        .allSatisfy(pool -> assertThat(timeZone(pool)).isEqualTo("UTC"));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static ConfigurableApplicationContext runMain(PostgresProcess postgres) {
        var started = new AtomicReference<ConfigurableApplicationContext>();
        var arguments = Stream.concat(
                postgres.settings().stream(),
                Stream.of("--spring.profiles.active=sandbox", "--server.port=0", "--management.server.port=0"));
        SpringApplication.withHook(
                _ -> new SpringApplicationRunListener() {
                    @Override
                    public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
                        started.set(context);
                    }
                },
                () -> GatewayApplication.main(arguments.toArray(String[]::new)));
        return started.get();
    }

    private static String timeZone(HikariDataSource pool) {
        return JdbcClient.create(pool).sql("show timezone").query(String.class).single();
    }
}

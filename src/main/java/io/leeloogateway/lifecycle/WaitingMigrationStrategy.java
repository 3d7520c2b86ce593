package io.leeloogateway.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Waits without limit for PostgreSQL and then migrates, or waits for another process that migrates. Validates the settings first, and the version of PostgreSQL before the migration. An
 * error that waiting cannot repair ends the start.
 */
@Component
@EnableConfigurationProperties(LifecycleProperties.class)
class WaitingMigrationStrategy implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(WaitingMigrationStrategy.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(2);

    private final ListableBeanFactory beans;
    private final JdbcConnectionDetails connection;
    private final LifecycleProperties properties;

    WaitingMigrationStrategy(
            ListableBeanFactory beans, JdbcConnectionDetails connection, LifecycleProperties properties) {
        this.beans = beans;
        this.connection = connection;
        this.properties = properties;
    }

    @Override
    public void migrate(Flyway flyway) {
        checkSettings();
        var owner = flyway.getConfiguration().getDataSource();
        var gateway = MigrationDataSourceConfiguration.unpooled(
                connection.getJdbcUrl(), connection.getUsername(), connection.getPassword());
        interruptibly(() -> {
            await(List.of(owner, gateway));
            PostgresVersionCheck.check(owner);
            SessionCheck.check(owner);
            SessionCheck.check(gateway);
            if (properties.migrate()) {
                SchemaCheck.check(owner);
                flyway.migrate();
            } else {
                MigrationWait.await(flyway);
            }
        });
    }

    /** A waiting main thread blocks the exit of the JVM, so SIGTERM interrupts the thread. */
    private static void interruptibly(Runnable work) {
        var interrupter = new Thread(Thread.currentThread()::interrupt, "interrupt-migration");
        Runtime.getRuntime().addShutdownHook(interrupter);
        work.run();
        Runtime.getRuntime().removeShutdownHook(interrupter);
    }

    /**
     * Creates the beans that validate settings in their constructor; secrets without a properties record are qualified beans.
     * Beans outside of configuration properties that validate a setting carry {@code @Qualifier("validated before the migration")}.
     */
    private void checkSettings() {
        var settings =
                beans.getBeansWithAnnotation(ConfigurationProperties.class).size();
        var others = beans.getBeansWithAnnotation(Qualifier.class).size();
        log.debug("settings are valid: {} groups, {} others", settings, others);
    }

    private static void await(List<DataSource> databases) {
        try {
            for (var failure = failure(databases); failure.isPresent(); failure = failure(databases)) {
                log.warn("waiting for PostgreSQL: {}", failure.get());
                Thread.sleep(RETRY_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for PostgreSQL", e);
        }
    }

    private static Optional<String> failure(List<DataSource> databases) {
        return databases.stream()
                .flatMap(database -> failure(database).stream())
                .findFirst();
    }

    private static Optional<String> failure(DataSource database) {
        try (var connection = database.getConnection()) {
            log.debug("PostgreSQL responds: {}", connection);
            return Optional.empty();
        } catch (SQLException e) {
            var message = ConnectionFailureClassifier.describe(e);
            if (ConnectionFailureClassifier.isTransient(e)) {
                return Optional.of(message);
            }
            throw new InvalidConfiguration("PostgreSQL does not accept the connection: " + message, """
                    Correct SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, \
                    SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD if they are set, or the server.""");
        }
    }
}

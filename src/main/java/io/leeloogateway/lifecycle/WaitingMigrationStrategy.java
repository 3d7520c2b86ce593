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
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Brings the tables up to date as soon as PostgreSQL lets the gateway in, however long that takes; looks at the settings before. */
@Component
class WaitingMigrationStrategy implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(WaitingMigrationStrategy.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ListableBeanFactory beans;
    private final JdbcConnectionDetails running;

    WaitingMigrationStrategy(ListableBeanFactory beans, JdbcConnectionDetails running) {
        this.beans = beans;
        this.running = running;
    }

    @Override
    public void migrate(Flyway flyway) {
        checkSettings();
        var owners = flyway.getConfiguration().getDataSource();
        interruptibly(() -> {
            await(List.of(
                    owners,
                    MigrationDataSourceConfiguration.unpooled(
                            running.getJdbcUrl(), running.getUsername(), running.getPassword())));
            flyway.migrate();
        });
    }

    /** A main thread that waits, for PostgreSQL or for another one's migration, keeps the JVM from ending, so SIGTERM interrupts it. */
    private static void interruptibly(Runnable work) {
        var wake = new Thread(Thread.currentThread()::interrupt, "stop waiting");
        Runtime.getRuntime().addShutdownHook(wake);
        work.run();
        Runtime.getRuntime().removeShutdownHook(wake);
    }

    /** Beans that refuse a bad setting as soon as they are made; those of no record of their own are qualified. */
    private void checkSettings() {
        var settings =
                beans.getBeansWithAnnotation(ConfigurationProperties.class).size();
        var others = beans.getBeansWithAnnotation(Qualifier.class).size();
        log.debug("settings are good: {} groups, {} others", settings, others);
    }

    private static void await(List<DataSource> databases) {
        try {
            for (var failure = failure(databases); failure.isPresent(); failure = failure(databases)) {
                log.warn("waiting for PostgreSQL: {}", failure.get());
                Thread.sleep(PAUSE);
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

    /** A role or a database that is not there may be made yet. */
    private static Optional<String> failure(DataSource database) {
        try (var connection = database.getConnection()) {
            log.debug("PostgreSQL answers: {}", connection);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

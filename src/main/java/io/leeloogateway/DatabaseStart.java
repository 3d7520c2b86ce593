package io.leeloogateway;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables up to date as soon as PostgreSQL is there, however long that takes; looks at the settings before. */
@Component
class DatabaseStart implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** PostgreSQL, appendix A: no such user, wrong password, no such database. Waiting does not help. */
    private static final String OUR_MISTAKE = "28.*|3D000";

    private final ListableBeanFactory beans;

    DatabaseStart(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void migrate(Flyway flyway) {
        checkSettings();
        awaitDatabase(flyway);
        flyway.migrate();
    }

    /** Beans that refuse a bad setting as soon as they are made; those of no record of their own are qualified. */
    private void checkSettings() {
        var settings =
                beans.getBeansWithAnnotation(ConfigurationProperties.class).size();
        var others = beans.getBeansWithAnnotation(Qualifier.class).size();
        log.debug("settings are good: {} groups, {} others", settings, others);
    }

    /** A main thread that waits keeps the JVM from ending, so SIGTERM interrupts it. */
    private static void awaitDatabase(Flyway flyway) {
        var wake = new Thread(Thread.currentThread()::interrupt, "stop waiting");
        Runtime.getRuntime().addShutdownHook(wake);
        try {
            for (var failure = failure(flyway); failure.isPresent(); failure = failure(flyway)) {
                log.warn("waiting for PostgreSQL: {}", failure.get());
                Thread.sleep(PAUSE);
            }
            Runtime.getRuntime().removeShutdownHook(wake);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for PostgreSQL", e);
        }
    }

    private static Optional<String> failure(Flyway flyway) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            log.debug("PostgreSQL answers: {}", connection);
            return Optional.empty();
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().matches(OUR_MISTAKE)) {
                throw new StartRefused(
                        "PostgreSQL does not let the gateway in: " + e.getMessage(),
                        "Correct SPRING_DATASOURCE_URL, _USERNAME or _PASSWORD");
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

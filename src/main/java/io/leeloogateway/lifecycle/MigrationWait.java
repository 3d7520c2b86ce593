package io.leeloogateway.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits without limit until another process has migrated the database, which this process has no right to. A newer database is good, too. */
final class MigrationWait {

    private static final Logger log = LoggerFactory.getLogger(MigrationWait.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private MigrationWait() {}

    static void await(Flyway flyway) {
        try {
            for (var missing = missing(flyway); !missing.isEmpty(); missing = missing(flyway)) {
                log.warn(
                        "waiting for the migration of the database (java -jar leeloo-gateway.jar migrate): {}",
                        missing);
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the migration", e);
        }
    }

    private static String missing(Flyway flyway) {
        try {
            return Arrays.stream(flyway.info().pending())
                    .map(MigrationInfo::getScript)
                    .collect(Collectors.joining(", "));
        } catch (FlywayException e) {
            if (!isDenied(e)) {
                throw e;
            }
            return "the right to read its history, which its end gives";
        }
    }

    private static boolean isDenied(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException e && INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()));
    }
}

package io.leeloogateway.lifecycle;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits without limit until another process has migrated the database, which this process has no right to. A newer database is good, too. */
final class MigrationWait {

    private static final Logger log = LoggerFactory.getLogger(MigrationWait.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

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
        return Arrays.stream(flyway.info().pending())
                .map(MigrationInfo::getScript)
                .collect(Collectors.joining(", "));
    }
}

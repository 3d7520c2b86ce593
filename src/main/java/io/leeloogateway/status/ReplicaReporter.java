package io.leeloogateway.status;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reports the state of this replica to the others every few seconds. */
@Component
class ReplicaReporter {

    private static final Logger log = LoggerFactory.getLogger(ReplicaReporter.class);
    private static final int INTERVAL_SECONDS = 5;

    private final UUID replicaId = UUID.randomUUID();
    private final Instant startedAt;
    private final String version;
    private final ReplicaMeters meters;
    private final ReplicaReports reports;

    ReplicaReporter(ReplicaMeters meters, ReplicaReports reports, ObjectProvider<BuildProperties> build, Clock clock) {
        this.meters = meters;
        this.reports = reports;
        startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("unversioned");
    }

    UUID replicaId() {
        return replicaId;
    }

    ReplicaReport report() {
        return new ReplicaReport(
                version,
                startedAt,
                meters.isSet("gateway.cache.lease"),
                !meters.isSet("gateway.quota.alone"),
                meters.breakers(),
                meters.counts("gateway.cache.reads", "result"),
                meters.counts("gateway.operations.outcomes", "outcome"));
    }

    @Scheduled(initialDelay = 1, fixedDelay = INTERVAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    void save() {
        try {
            reports.save(replicaId, report());
        } catch (DataAccessException | TransactionException e) {
            log.debug("the report of this replica could not be stored; the next follows", e);
        }
    }

    @PreDestroy
    void leave() {
        try {
            reports.delete(replicaId);
        } catch (DataAccessException | TransactionException e) {
            log.debug("the last report of this replica expires by itself", e);
        }
    }
}

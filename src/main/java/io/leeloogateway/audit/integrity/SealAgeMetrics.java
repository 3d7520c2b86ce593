package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the age of the newest seal and the waiting time of the oldest unsealed event on each replica. Without new events there is no new seal. */
@Component
class SealAgeMetrics {

    private static final Logger log = LoggerFactory.getLogger(SealAgeMetrics.class);

    private final JdbcClient database;
    private final Clock clock;
    private volatile Sealed last = Sealed.NONE;

    SealAgeMetrics(JdbcClient database, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.clock = clock;
        TimeGauge.builder("gateway.audit.seal.age", this, TimeUnit.MILLISECONDS, age -> age.millis(age.last.sealedAt()))
                .description("the age of the newest seal of the audit log; 0 without a seal")
                .register(metrics);
        TimeGauge.builder(
                        "gateway.audit.seal.lag",
                        this,
                        TimeUnit.MILLISECONDS,
                        age -> age.millis(age.last.unsealedSince()))
                .description("the time that the oldest unsealed event has waited; 0 without one")
                .register(metrics);
    }

    /** The state at the last query. */
    private record Sealed(
            @Nullable Instant sealedAt, @Nullable Instant unsealedSince) {

        static final Sealed NONE = new Sealed(null, null);
    }

    /** While the database is down, the last result grows old. */
    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            last = database.sql("""
                            select (select case when isfinite(sealed_at) then sealed_at end from audit_seals order by number desc limit 1) as sealed_at,
                                (select id from (select id from audit_events where cluster = %1$s and xid >= coalesce(
                                        (select xid_to from audit_seals where cluster = %1$s order by number desc limit 1), '0')
                                    order by xid limit 1000) as waiting order by id limit 1) as next_id""".formatted(AuditEventRepository.THIS_CLUSTER))
                    .query((row, _) -> new Sealed(
                            Optional.ofNullable(row.getTimestamp("sealed_at"))
                                    .map(Timestamp::toInstant)
                                    .orElse(null),
                            Optional.ofNullable(row.getObject("next_id", UUID.class))
                                    .map(UuidV7Generator::timestamp)
                                    .orElse(null)))
                    .single();
        } catch (DataAccessException e) {
            log.debug("the seals of the audit log cannot be read", e);
        }
    }

    private double millis(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis());
    }
}

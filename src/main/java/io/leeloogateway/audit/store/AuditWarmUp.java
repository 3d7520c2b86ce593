package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.request.PoolRehearsal;
import io.leeloogateway.request.UuidV7Generator;
import io.leeloogateway.request.WarmUp;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends an event as the writer of the audit log does. */
@Component
class AuditWarmUp implements WarmUp {

    /** A fifth of the time for which a response may wait for its entry. */
    private static final Duration BUDGET = Duration.ofMillis(100);

    private static final AuditEvent.Actor NOBODY = new AuditEvent.Actor("warm-up", null, null, null);

    private final AuditEventRepository events;
    private final JdbcClient database;
    private final PoolRehearsal connections;
    private final UuidV7Generator ids;

    AuditWarmUp(
            AuditEventRepository events,
            @Qualifier(AuditDataSourceConfiguration.NAME) HikariDataSource database,
            UuidV7Generator ids) {
        this.events = events;
        this.database = JdbcClient.create(database);
        this.connections = new PoolRehearsal(database);
        this.ids = ids;
    }

    @Override
    public String step() {
        return "entry of the audit log";
    }

    @Override
    public Duration budget() {
        return BUDGET;
    }

    @Override
    public Duration rehearse() {
        return connections.undoneOnEachConnection(() ->
                events.append(database, List.of(AuditEvent.counting(ids.next(), NOBODY, AuditEvent.Result.OPEN, 1))));
    }
}

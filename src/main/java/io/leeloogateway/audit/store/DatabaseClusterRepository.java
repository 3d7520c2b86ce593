package io.leeloogateway.audit.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clusters of PostgreSQL that the diary was kept in: each counts its transactions anew, and a dump is restored into another. */
@Component
public class DatabaseClusterRepository {

    private final JdbcClient database;

    public DatabaseClusterRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The one it is kept in now.
     *
     * @param id its system identifier
     * @param horizon before this transaction all are over
     * @param next this one has not begun
     */
    public record Here(long id, String horizon, String next) {}

    public Here here() {
        return database.sql("""
                        select %s as id, pg_snapshot_xmin(pg_current_snapshot())::text as horizon, pg_snapshot_xmax(pg_current_snapshot())::text as next""".formatted(AuditEventRepository.THIS_CLUSTER))
                .query(Here.class)
                .single();
    }

    /** All whose events are there, each found by one look into an index. */
    public List<Long> all() {
        return database.sql("""
                        with recursive found (number) as (
                            select min(cluster) from audit_events
                            union all select (select min(cluster) from audit_events where cluster > number) from found where number is not null)
                        select number from found where number is not null""").query((row, _) -> row.getLong(1)).list();
    }

    /** Which transaction would come after the last that left an event there. */
    public String end(long cluster) {
        return database.sql(
                        "select coalesce(max(xid)::text::numeric, 0) + 1 from audit_events where cluster = :cluster")
                .param("cluster", cluster)
                .query(String.class)
                .single();
    }
}

package io.leeloogateway.audit.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the PostgreSQL clusters that the audit log was kept in. Each cluster counts its own transactions; a restored dump continues in another one. */
@Component
public class DatabaseClusterRepository {

    private final JdbcClient database;

    public DatabaseClusterRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The current cluster.
     *
     * @param id the system identifier
     * @param horizon all transactions before this one have ended
     * @param next the first transaction that has not begun
     */
    public record Cluster(long id, String horizon, String next) {}

    public Cluster current() {
        return database.sql("""
                        select %s as id, pg_snapshot_xmin(pg_current_snapshot())::text as horizon, pg_snapshot_xmax(pg_current_snapshot())::text as next""".formatted(AuditEventRepository.THIS_CLUSTER))
                .query(Cluster.class)
                .single();
    }

    /** All clusters with events, each found by one index look-up. */
    public List<Long> all() {
        return database.sql("""
                        with recursive found (number) as (
                            select min(cluster) from audit_events
                            union all select (select min(cluster) from audit_events where cluster > number) from found where number is not null)
                        select number from found where number is not null""").query((row, _) -> row.getLong(1)).list();
    }

    /** The transaction after the last one that wrote an event in the cluster. */
    public String end(long cluster) {
        return database.sql(
                        "select coalesce(max(xid)::text::numeric, 0) + 1 from audit_events where cluster = :cluster")
                .param("cluster", cluster)
                .query(String.class)
                .single();
    }
}

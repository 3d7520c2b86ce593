package io.leeloogateway.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The reports of all replicas. */
@Repository
class ReplicaReports {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    ReplicaReports(JdbcClient database) {
        this.database = database;
    }

    /** The report of a replica, and its time. */
    record Stored(UUID replicaId, Instant reportedAt, ReplicaReport report) {

        static Stored of(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getObject("replica_id", UUID.class),
                    row.getTimestamp("reported_at").toInstant(),
                    JSON.readValue(row.getString("report"), ReplicaReport.class));
        }
    }

    /** Also deletes the reports of replicas that died. */
    void save(UUID replicaId, ReplicaReport report) {
        database.sql("""
                        insert into replica_reports (replica_id, reported_at, report) values (:id, clock_timestamp(), :report)
                        on conflict (replica_id) do update set (reported_at, report) = (excluded.reported_at, excluded.report)""")
                .param("id", replicaId)
                .param("report", JSON.writeValueAsString(report))
                .update();
        database.sql("delete from replica_reports where reported_at < clock_timestamp() - interval '1 hour'")
                .update();
    }

    void delete(UUID replicaId) {
        database.sql("delete from replica_reports where replica_id = :id")
                .param("id", replicaId)
                .update();
    }

    /** The current reports, the oldest replica last. */
    List<Stored> findCurrent() {
        return database.sql(
                        "select * from replica_reports where reported_at > clock_timestamp() - interval '20 seconds'")
                .query(Stored::of)
                .list();
    }
}

package io.leeloogateway.quota;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Stores what each replica knows about its clients, so that each can show the whole. */
@Repository
class QuotaReports {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final JdbcClient requestDatabase;

    QuotaReports(@Qualifier(QuotaDataSourceConfiguration.NAME) HikariDataSource database, JdbcClient requestDatabase) {
        this.database = JdbcClient.create(database);
        this.requestDatabase = requestDatabase;
    }

    void save(String replicaId, ReplicaReport report) {
        database.sql("""
                        insert into quota_reports (replica_id, reported_at, report) values (:id, clock_timestamp(), :report)
                        on conflict (replica_id) do update set (reported_at, report) = (excluded.reported_at, excluded.report)""")
                .param("id", replicaId)
                .param("report", JSON.writeValueAsString(report))
                .update();
    }

    /** Also deletes the reports of replicas that died. */
    void delete(String replicaId) {
        database.sql("delete from quota_reports where replica_id = :id or reported_at < now() - interval '1 hour'")
                .param("id", replicaId)
                .update();
    }

    /** The current reports of the other replicas. */
    List<ReplicaReport> findBeside(String replicaId) {
        return requestDatabase.sql("""
                        select report from quota_reports
                        where replica_id <> :id and reported_at > clock_timestamp() - interval '5 seconds'""").param("id", replicaId).query(String.class).list().stream()
                .map(report -> JSON.readValue(report, ReplicaReport.class))
                .toList();
    }
}

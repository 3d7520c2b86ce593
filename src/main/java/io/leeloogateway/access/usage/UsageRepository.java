package io.leeloogateway.access.usage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What clients used, and when their keys were last shown; rows are written in one order everywhere, so that replicas cannot lock each other out. */
@Repository
public class UsageRepository {

    private static final int BATCH = 500;

    private final JdbcTemplate database;

    UsageRepository(JdbcTemplate database) {
        this.database = database;
    }

    @Transactional
    void write(SortedMap<UsageKey, Long> requests, SortedMap<String, Instant> keys) {
        database.batchUpdate("""
                insert into client_usage as old (client_id, minute, operation, requests) values (?, ?, ?, ?)
                on conflict (client_id, minute, operation) do update set requests = old.requests + excluded.requests""", requests.entrySet(), BATCH, (row, entry) -> {
            row.setString(1, entry.getKey().clientId());
            row.setTimestamp(2, Timestamp.from(entry.getKey().minute()));
            row.setString(3, entry.getKey().operation());
            row.setLong(4, entry.getValue());
        });
        database.batchUpdate(
                "update client_keys set last_used_at = greatest(last_used_at, ?) where id = ?",
                keys.entrySet(),
                BATCH,
                (row, entry) -> {
                    row.setTimestamp(1, Timestamp.from(entry.getValue()));
                    row.setString(2, entry.getKey());
                });
    }

    /** The minute of the moment counts whole: nothing finer is kept. */
    public List<ActionUsage> since(String clientId, Instant moment) {
        return database.query(
                """
                select operation, sum(requests) as requests from client_usage
                where client_id = ? and minute >= ? group by operation order by operation""",
                (row, _) -> new ActionUsage(row.getString("operation"), row.getLong("requests")),
                clientId,
                Timestamp.from(moment.truncatedTo(ChronoUnit.MINUTES)));
    }

    int forgetBefore(Instant moment) {
        return database.update("delete from client_usage where minute < ?", Timestamp.from(moment));
    }
}

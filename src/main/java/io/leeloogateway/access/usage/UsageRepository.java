package io.leeloogateway.access.usage;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored usage of clients and the last use of keys. All replicas write the rows in the same order, which prevents deadlocks. */
@Repository
public class UsageRepository {

    private static final int BATCH = 500;
    private static final int DELETE_BATCH = 5_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcTemplate database;

    UsageRepository(JdbcTemplate database) {
        this.database = database;
    }

    @Transactional
    void save(SortedMap<UsageKey, Long> requests, SortedMap<String, Instant> keyUses) {
        database.batchUpdate("""
                insert into client_usage as old (client_id, minute, action, requests) values (?, ?, ?, ?)
                on conflict (client_id, minute, action) do update set requests = old.requests + excluded.requests""", requests.entrySet(), BATCH, (row, entry) -> {
            row.setString(1, entry.getKey().clientId());
            row.setTimestamp(2, Timestamp.from(entry.getKey().minute()));
            row.setString(3, entry.getKey().action());
            row.setLong(4, entry.getValue());
        });
        database.batchUpdate(
                "update client_keys set last_used_at = greatest(last_used_at, ?) where id = ?",
                keyUses.entrySet(),
                BATCH,
                (row, entry) -> {
                    row.setTimestamp(1, Timestamp.from(entry.getValue()));
                    row.setString(2, entry.getKey());
                });
    }

    public RecentUsage findRecent(String clientId, Instant now) {
        return new RecentUsage(
                findSince(clientId, now.minus(HOUR)),
                findSince(clientId, now.minus(DAY)),
                findByDialect(clientId, now.minus(WEEK)));
    }

    public boolean isPresent(String clientId) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select 1 from client_usage where client_id = ?)", Boolean.class, clientId));
    }

    /** Includes the whole minute of the instant. */
    private List<ActionUsage> findSince(String clientId, Instant instant) {
        return database.query(
                """
                select replace(action, 'leeloo/', '') as action, sum(requests) as requests from client_usage
                where client_id = ? and minute >= ? group by 1 order by 1""",
                (row, _) -> new ActionUsage(row.getString("action"), row.getLong("requests")),
                clientId,
                Timestamp.from(instant.truncatedTo(ChronoUnit.MINUTES)));
    }

    private DialectUsage findByDialect(String clientId, Instant instant) {
        var actions = database.query(
                "select action, sum(requests) as requests from client_usage where client_id = ? and minute >= ? group by 1 order by 1",
                (row, _) -> new ActionUsage(row.getString("action"), row.getLong("requests")),
                clientId,
                Timestamp.from(instant));
        var leeloo = actions.stream()
                .filter(UsageKey::isOfLeeloo)
                .map(UsageKey::plain)
                .toList();
        return new DialectUsage(sum(actions) - sum(leeloo), sum(leeloo), leeloo);
    }

    private static long sum(List<ActionUsage> actions) {
        return actions.stream().mapToLong(ActionUsage::requests).sum();
    }

    /** Deletes in batches, each within the time limit of a statement. */
    int deleteBefore(Instant instant) {
        var total = 0;
        for (var last = DELETE_BATCH; last == DELETE_BATCH; total += last) {
            last = database.update("""
                    delete from client_usage where ctid = any (array(
                        select ctid from client_usage where minute < ? order by minute limit ?))""", Timestamp.from(instant), DELETE_BATCH);
        }
        return total;
    }
}

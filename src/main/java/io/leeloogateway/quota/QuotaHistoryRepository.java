package io.leeloogateway.quota;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the calls to Leeloo of all replicas by minute. */
@Repository
class QuotaHistoryRepository {

    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient database;

    QuotaHistoryRepository(JdbcTemplate batches, JdbcClient database) {
        this.batches = batches;
        this.database = database;
    }

    @Transactional
    public void add(Instant minute, SortedMap<CallGroup, CallCounts> counts) {
        batches.batchUpdate("""
                insert into quota_history as old (minute, call_class, client_id, used, waited, refused) values (?, ?, ?, ?, ?, ?)
                on conflict (minute, call_class, client_id) do update set (used, waited, refused) =
                    (old.used + excluded.used, old.waited + excluded.waited, old.refused + excluded.refused)""", counts.entrySet(), BATCH, (row, entry) -> {
            row.setTimestamp(1, Timestamp.from(minute));
            row.setString(2, entry.getKey().callClass());
            row.setString(3, entry.getKey().clientId());
            row.setLong(4, entry.getValue().used());
            row.setLong(5, entry.getValue().waited());
            row.setLong(6, entry.getValue().refused());
        });
    }

    /** The calls by minute and class, or by minute and client; the clients after the tenth are one. */
    List<QuotaHistoryView.Minute> find(QuotaGrouping grouping, Instant from) {
        return database.sql("""
                        with named as (select minute, %s as name, used, waited, refused from quota_history where minute >= :from),
                            most as (select name from named group by name order by sum(used + refused) desc, name limit 10)
                        select minute, case when name in (select name from most) then name else 'others' end as name,
                            sum(used)::bigint as used, sum(waited)::bigint as waited, sum(refused)::bigint as refused
                        from named group by 1, 2 order by 1, 2""".formatted(grouping.column()))
                .param("from", Timestamp.from(from))
                .query((row, _) -> new QuotaHistoryView.Minute(
                        row.getTimestamp("minute").toInstant(),
                        row.getString("name"),
                        row.getLong("used"),
                        row.getLong("waited"),
                        row.getLong("refused")))
                .list();
    }

    void deleteBefore(Instant instant) {
        database.sql("delete from quota_history where minute < :before")
                .param("before", Timestamp.from(instant))
                .update();
    }
}

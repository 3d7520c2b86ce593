package io.leeloogateway.cache.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Updates or deletes old rows in batches, so that each statement ends before its timeout, however large the table is. */
@Component
class BatchUpdates {

    /** As many rows may be on as many pages, which a slow disk reads in half a second. */
    private static final int BATCH = 1_000;

    private final JdbcClient database;

    BatchUpdates(JdbcClient database) {
        this.database = database;
    }

    /** Reads the whole table in the order of its key; for conditions without an index. */
    int throughTable(String table, String key, String update, Instant before) {
        var updated = 0;
        var after = "";
        for (var last = lastOfBatch(table, key, after); last.isPresent(); last = lastOfBatch(table, key, after)) {
            updated += database.sql("%s and %2$s > :after and %2$s <= :last".formatted(update, key))
                    .param("before", Timestamp.from(before))
                    .param("after", after)
                    .param("last", last.get())
                    .update();
            after = last.get();
        }
        return updated;
    }

    private Optional<String> lastOfBatch(String table, String key, String after) {
        return database.sql("""
                        select %1$s from (select %1$s from %2$s where %1$s > :after order by %1$s limit :batch) batch
                        order by %1$s desc limit 1""".formatted(key, table))
                .param("after", after)
                .param("batch", BATCH)
                .query(String.class)
                .optional();
    }

    /** Repeats an update of at most {@code :batch} rows until fewer are left; for conditions with an index. */
    int whileAnyIsLeft(String update, Instant before) {
        var updated = 0;
        for (var last = BATCH; last == BATCH; updated += last) {
            last = database.sql(update)
                    .param("before", Timestamp.from(before))
                    .param("batch", BATCH)
                    .update();
        }
        return updated;
    }
}

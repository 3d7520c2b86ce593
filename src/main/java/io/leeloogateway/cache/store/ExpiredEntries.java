package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copies whose time is over, a batch at a time. */
@Repository
class ExpiredEntries {

    private static final int BATCH = 5_000;

    private final JdbcClient database;

    ExpiredEntries(JdbcClient database) {
        this.database = database;
    }

    int deleteDocuments(ResourceType kind, Instant before) {
        return inBatches("""
                delete from cached_documents where id in (
                    select id from cached_documents where kind = '%s' and fetched_at < :before limit :batch) and fetched_at < :before""".formatted(kind), before);
    }

    /** Whom a list or somebody else told of later stays, without the old document. */
    int deleteFrom(CacheTable table, Instant before) {
        var moments = Stream.concat(Stream.of("fetched_at"), table.lastSeenColumns().stream())
                .collect(Collectors.joining(", "));
        var deleted = inBatches("""
                delete from %1$s where id in (
                    select id from %1$s where greatest(%2$s) < :before limit :batch) and greatest(%2$s) < :before""".formatted(table.name(), moments), before);
        if (table.lastSeenColumns().isEmpty()) {
            return deleted;
        }
        return deleted + inBatches("""
                update %1$s set document = null, hash = null, fetched_at = null, generation = 0 where id in (
                    select id from %1$s where fetched_at < :before limit :batch) and fetched_at < :before""".formatted(table.name()), before);
    }

    int deleteGenerations(Instant before) {
        return inBatches("""
                delete from cache_generations where scope in (
                    select scope from cache_generations where raised_at < :before limit :batch) and raised_at < :before""", before);
    }

    /** By the database's clock, as they were taken. */
    int deleteLoads() {
        return database.sql("delete from cache_loads where expires_at < clock_timestamp()")
                .update();
    }

    private int inBatches(String deletion, Instant before) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = database.sql(deletion)
                    .param("before", Timestamp.from(before))
                    .param("batch", BATCH)
                    .update();
        }
        return deleted;
    }
}

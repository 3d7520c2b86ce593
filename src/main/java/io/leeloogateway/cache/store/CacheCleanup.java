package io.leeloogateway.cache.store;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes cache entries that are too old to be served, expired load leases and old generations, in batches. */
@Component
class CacheCleanup {

    private static final Logger log = LoggerFactory.getLogger(CacheCleanup.class);
    private static final int BATCH = 5_000;

    /** Far longer than a load takes, so that no load from before a change ends after the generation of the change is deleted. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final JdbcClient database;
    private final CacheTables tables;
    private final CacheProperties properties;
    private final Clock clock;

    CacheCleanup(JdbcClient database, CacheTables tables, CacheProperties properties, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.properties = properties;
        this.clock = clock;
    }

    /** Deletes entries before generations: without the generation of a change, an entry from before the change would count as current. */
    void run() {
        var now = clock.instant();
        var entries = 0;
        for (var type : ResourceType.values()) {
            var before = now.minus(maxAge(type));
            entries += tables.of(type)
                    .map(table -> deleteFrom(table, before))
                    .orElseGet(() -> deleteDocuments(type, before));
        }
        var generations = deleteGenerations(now.minus(maxAge()).minus(MARGIN));
        log.debug("deleted {} cache entries, {} load leases and {} generations", entries, deleteLoads(), generations);
    }

    private int deleteDocuments(ResourceType type, Instant before) {
        return deleteInBatches("""
                delete from cached_documents where id in (
                    select id from cached_documents where kind = '%s' and fetched_at < :before limit :batch) and fetched_at < :before""".formatted(type), before);
    }

    /** A row that another response mentioned later stays, without its document. */
    private int deleteFrom(CacheTable table, Instant before) {
        var times = Stream.concat(Stream.of("fetched_at"), table.lastSeenColumns().stream())
                .collect(joining(", "));
        var deleted = deleteInBatches("""
                delete from %1$s where id in (
                    select id from %1$s where greatest(%2$s) < :before limit :batch) and greatest(%2$s) < :before""".formatted(table.name(), times), before);
        if (table.lastSeenColumns().isEmpty()) {
            return deleted;
        }
        return deleted + deleteInBatches("""
                update %1$s set document = null, fetched_at = null, generation = 0 where id in (
                    select id from %1$s where fetched_at < :before limit :batch) and fetched_at < :before""".formatted(table.name()), before);
    }

    private int deleteGenerations(Instant before) {
        return deleteInBatches("""
                delete from cache_generations where scope in (
                    select scope from cache_generations where invalidated_at < :before limit :batch) and invalidated_at < :before""", before);
    }

    /** Leases expire by the clock of the database. */
    private int deleteLoads() {
        return database.sql("delete from cache_loads where expires_at < clock_timestamp()")
                .update();
    }

    private int deleteInBatches(String deletion, Instant before) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = database.sql(deletion)
                    .param("before", Timestamp.from(before))
                    .param("batch", BATCH)
                    .update();
        }
        return deleted;
    }

    private Duration maxAge() {
        return Stream.of(ResourceType.values())
                .map(this::maxAge)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration maxAge(ResourceType type) {
        var maxServedAge = properties.of(type).maxServedAge();
        var notFoundAge = properties.notFoundTimeToLive();
        return maxServedAge.compareTo(notFoundAge) < 0 ? notFoundAge : maxServedAge;
    }
}

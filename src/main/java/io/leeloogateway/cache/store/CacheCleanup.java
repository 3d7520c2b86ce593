package io.leeloogateway.cache.store;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes cache entries that are too old to be served, expired load leases and old generations, in batches. */
@Component
class CacheCleanup {

    private static final Logger log = LoggerFactory.getLogger(CacheCleanup.class);

    /** Far longer than a load takes, so that no load from before a change ends after the generation of the change is deleted. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final JdbcClient database;
    private final BatchUpdates batches;
    private final CacheTables tables;
    private final CacheProperties properties;
    private final Clock clock;

    CacheCleanup(
            JdbcClient database, BatchUpdates batches, CacheTables tables, CacheProperties properties, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.tables = tables;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Deletes entries before generations: without the generation of a change, an entry from before the change would count as current. A failure
     * for one type keeps the generations, but not the entries of other types.
     */
    void run() {
        var now = clock.instant();
        var entries = Stream.of(ResourceType.values())
                .map(type -> attempt("cache entries of type " + type, () -> deleteEntries(type, now)))
                .toList();
        var generations = entries.stream().allMatch(OptionalInt::isPresent)
                ? attempt(
                        "generations",
                        () -> deleteGenerations(now.minus(maxAge()).minus(MARGIN)))
                : OptionalInt.empty();
        var loads = attempt("load leases", this::deleteLoads);
        log.debug(
                "deleted {} cache entries, {} load leases and {} generations",
                entries.stream().mapToInt(deleted -> deleted.orElse(0)).sum(),
                loads.orElse(0),
                generations.orElse(0));
    }

    /** Empty if the database failed. */
    private static OptionalInt attempt(String rows, IntSupplier deletion) {
        try {
            return OptionalInt.of(deletion.getAsInt());
        } catch (DataAccessException e) {
            log.warn("cannot delete old {}; the next clean-up tries again", rows, e);
            return OptionalInt.empty();
        }
    }

    private int deleteEntries(ResourceType type, Instant now) {
        var before = now.minus(maxAge(type));
        return tables.of(type)
                .map(table -> deleteFrom(table, before))
                .orElseGet(() -> batches.whileAnyIsLeft("""
                        delete from cached_documents where id in (
                            select id from cached_documents where kind = '%s' and fetched_at < :before limit :batch) and fetched_at < :before""".formatted(type), before));
    }

    /** A row that another response mentioned later stays, without its document. */
    private int deleteFrom(CacheTable table, Instant before) {
        var times = Stream.concat(Stream.of("fetched_at"), table.lastSeenColumns().stream())
                .collect(joining(", "));
        var deleted = batches.throughTable(
                table.name(),
                "id",
                "delete from %s where greatest(%s) < :before".formatted(table.name(), times),
                before);
        if (table.lastSeenColumns().isEmpty()) {
            return deleted;
        }
        return deleted
                + batches.throughTable(
                        table.name(),
                        "id",
                        "update %s set document = null, fetched_at = null, generation = 0 where fetched_at < :before"
                                .formatted(table.name()),
                        before);
    }

    /** A list row may be kept for longer than entries are served; the generation of a later change says that it is outdated. */
    private int deleteGenerations(Instant before) {
        var hasNoOutdatedRow = tables.all().stream()
                .filter(table -> table.listType().isPresent())
                .map(table -> """
                        and not exists (select from %1$s where id = split_part(scope, ' ', 2)
                            and list_row is not null and coalesce(%2$s, 0) < cache_generations.generation)""".formatted(table.name(), table.listRowGenerationColumn()))
                .collect(joining("\n", "\n", ""));
        return batches.throughTable(
                "cache_generations",
                "scope",
                "delete from cache_generations where invalidated_at < :before" + hasNoOutdatedRow,
                before);
    }

    /** Leases expire by the clock of the database. */
    private int deleteLoads() {
        return database.sql("delete from cache_loads where expires_at < clock_timestamp()")
                .update();
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

package io.leeloogateway.cache.store;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.leeloo.CacheKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cache entries of all types, each in its table. Entries with an outdated generation count as absent. */
@Repository
public class CacheEntryRepository {

    private final JdbcClient database;
    private final CacheTables tables;
    private final BodyReads bodyReads = new BodyReads();

    CacheEntryRepository(JdbcClient database, CacheTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Leaves out the body if the entry was fetched at the given time. If there is no memory for the body, waits for it, and reads it again. */
    public CacheEntry find(CacheKey key, @Nullable Instant knownFetchedAt) {
        var entry = read(key, knownFetchedAt);
        return LargeAnswers.tryOccupy(entry.weight()) ? entry : readAgain(key, knownFetchedAt, entry.weight());
    }

    private CacheEntry readAgain(CacheKey key, @Nullable Instant knownFetchedAt, int weight) {
        LargeAnswers.occupy(weight);
        var entry = read(key, knownFetchedAt);
        LargeAnswers.occupy(Math.max(0, entry.weight() - weight));
        return entry;
    }

    private CacheEntry read(CacheKey key, @Nullable Instant knownFetchedAt) {
        return bodyReads.run(() -> query(key, knownFetchedAt));
    }

    private CacheEntry query(CacheKey key, @Nullable Instant knownFetchedAt) {
        return database.sql("""
                        select entry.fetched_at, entry.document is null as is_not_found, current.generation,
                            case when entry.fetched_at is distinct from :known::timestamptz then entry.document end as document,
                            %s as list_row, %s as list_row_fetched_at
                        from (select coalesce(max(generation), 0) as generation from cache_generations where scope = :scope) current
                            left join %s entry on entry.id = :id and entry.generation = current.generation""".formatted(
                                newer(key, "list_row"), newer(key, "list_row_fetched_at"), tables.name(key.kind())))
                .param("scope", key.scope())
                .param("id", key.id())
                .param("known", knownFetchedAt == null ? null : Timestamp.from(knownFetchedAt))
                .query((row, _) -> CacheEntry.of(row))
                .single();
    }

    /** Finds entries without their bodies. */
    Map<CacheKey, CacheEntry> findVersions(Collection<CacheKey> keys) {
        var versions = new HashMap<CacheKey, CacheEntry>();
        keys.stream()
                .collect(Collectors.groupingBy(key -> tables.name(key.kind())))
                .values()
                .forEach(ofOneTable -> versions.putAll(findVersionsInOneTable(ofOneTable)));
        return versions;
    }

    private Map<CacheKey, CacheEntry> findVersionsInOneTable(List<CacheKey> keys) {
        var listRowFetchedAt = newer(keys.getFirst(), "list_row_fetched_at");
        var versions = new HashMap<CacheKey, CacheEntry>();
        database.sql("""
                        select requested.nr, coalesce(current.generation, 0) as generation, entry.fetched_at, %s as list_row_fetched_at,
                            entry.id is not null and entry.document is null as is_not_found
                        from unnest(:ids::text[], :scopes::text[]) with ordinality as requested (id, scope, nr)
                            left join cache_generations current on current.scope = requested.scope
                            left join %s entry on entry.id = requested.id and entry.generation = coalesce(current.generation, 0)""".formatted(listRowFetchedAt, tables.name(keys.getFirst().kind())))
                .param("ids", keys.stream().map(CacheKey::id).toArray(String[]::new))
                .param("scopes", keys.stream().map(CacheKey::scope).toArray(String[]::new))
                .query(row -> {
                    versions.put(keys.get(row.getInt("nr") - 1), CacheEntry.version(row));
                });
        return versions;
    }

    /** Finds the latest list row of a resource. Empty if the resource was changed since, or fetched later. */
    public Optional<CacheEntry> findListRow(CacheKey key) {
        return tables.listType(key.kind())
                .flatMap(lists -> database.sql("""
                        select list_row_fetched_at, list_row from %s where id = :id and list_row is not null
                            and list_row_fetched_at > coalesce(fetched_at, '-infinity') and %s = %s""".formatted(
                                        tables.name(key.kind()),
                                        tables.listRowGenerationColumn(key.kind()),
                                        CacheTables.LIST_ROW_GENERATION))
                        .param("id", key.id())
                        .param("scope", key.scope())
                        .param("rowScope", CacheKey.scope(lists, key.id()))
                        .query((row, _) -> CacheEntry.ofListRow(
                                row.getString("list_row"),
                                requireNonNull(CacheEntry.instant(row, "list_row_fetched_at"))))
                        .optional());
    }

    /** Ignores a list row that was fetched before the entry, or in the future. */
    private String newer(CacheKey key, String column) {
        return tables.listType(key.kind())
                .map(_ ->
                        "case when entry.list_row_fetched_at > entry.fetched_at and entry.list_row_fetched_at <= clock_timestamp() then entry.%s end"
                                .formatted(column))
                .orElse("null");
    }
}

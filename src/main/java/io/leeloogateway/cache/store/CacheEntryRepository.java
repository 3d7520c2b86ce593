package io.leeloogateway.cache.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.leeloogateway.bulkhead.ClientBulkhead;
import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.CacheKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and stores cache entries of all types, each in its table. Entries with an outdated generation count as absent. */
@Repository
public class CacheEntryRepository {

    private static final String GENERATION =
            "(select coalesce(max(generation), 0) from cache_generations where scope = :scope)";

    /** What a list shows of a resource changes with the resource, or alone, as the time of the last message does. */
    private static final String ROW_GENERATION =
            "(select coalesce(max(generation), 0) from cache_generations where scope in (:scope, :rowScope))";

    private static final int MAX_BODY_READS = 4;
    private static final int MAX_BODY_READS_OF_A_CLIENT = 2;

    /** Hundreds of reads of one entry come before the first has put it into memory. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final JdbcClient database;
    private final CacheTables tables;
    private final ClientBulkhead bodyReads = new ClientBulkhead(MAX_BODY_READS, MAX_BODY_READS_OF_A_CLIENT);

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

    /** Few bodies are read at once: the driver needs several times their size. */
    private CacheEntry read(CacheKey key, @Nullable Instant knownFetchedAt) {
        try (var _ = bodyReads
                .tryAcquire(MAX_WAIT)
                .orElseThrow(() -> new QueryTimeoutException("other cache entries are read"))) {
            return query(key, knownFetchedAt);
        }
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
                .flatMap(lists -> database.sql(
                                """
                        select list_row_fetched_at, list_row from %s where id = :id and list_row is not null
                            and list_row_fetched_at > coalesce(fetched_at, '-infinity') and %s = %s""".formatted(tables.name(key.kind()), rowGeneration(key), ROW_GENERATION))
                        .param("id", key.id())
                        .param("scope", key.scope())
                        .param("rowScope", CacheKey.scope(lists, key.id()))
                        .query((row, _) -> CacheEntry.ofListRow(
                                row.getString("list_row"),
                                requireNonNull(CacheEntry.instant(row, "list_row_fetched_at"))))
                        .optional());
    }

    Object mergeListRow(CacheKey key, Object value, String listRow) {
        return tables.of(key.kind()).orElseThrow().mergeListRow(value, listRow);
    }

    /**
     * Stores nothing and returns false if the generation of the entry is outdated, or if another load holds the lease. Of a load and its
     * retry, the first takes the whole lease, so that the other one stores nothing.
     */
    public boolean store(CacheKey key, CacheEntry entry, @Nullable Object value, UUID leaseId) {
        var table = tables.of(key.kind());
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", key.id());
        columns.put("document", entry.body() == null ? null : entry.body().bytes());
        columns.put("fetched_at", Timestamp.from(entry.fetchedAt()));
        columns.put("generation", entry.generation());
        if (table.isEmpty()) {
            columns.put("kind", key.kind().name());
        } else if (value != null) {
            table.get().columns(value).forEach((name, content) -> columns.put(name, PostgresText.value(content)));
        }
        var statement = database.sql(upsert(key, columns.keySet()))
                .params(columns)
                .param("scope", key.scope())
                .param("key", key.text())
                .param("leaseId", leaseId);
        return tables.listType(key.kind())
                        .map(lists -> statement.param("rowScope", CacheKey.scope(lists, key.id())))
                        .orElse(statement)
                        .update()
                == 1;
    }

    private String upsert(CacheKey key, Set<String> columns) {
        var listRowColumns =
                tables.of(key.kind()).map(CacheTable::listRowColumns).orElse(Set.of());
        var updates = columns.stream()
                .map(name -> name + " = " + (listRowColumns.contains(name) ? newest(name, key) : "excluded." + name))
                .collect(joining(", "));
        var hasListRows = tables.listType(key.kind()).isPresent();
        return """
                with lease as (update cache_loads set lease_id = :leaseId, retry_lease_id = null, retry_expires_at = null
                    where cache_key = :key and (lease_id = :leaseId or retry_lease_id = :leaseId) returning cache_key)
                insert into %s as old (%s) select %s
                where :generation = %s and exists (select from lease)
                on conflict (id) do update set %s%s""".formatted(
                        tables.name(key.kind()),
                        String.join(", ", columns),
                        columns.stream().map(name -> ":" + name).collect(joining(", ")),
                        GENERATION,
                        updates,
                        hasListRows ? ", list_row = case when " + isRowValid(key) + " then old.list_row end" : "");
    }

    /** Keeps what a list row states that was fetched after the entry. */
    private String newest(String column, CacheKey key) {
        return "case when old.list_row_fetched_at > excluded.fetched_at and %2$s and %3$s then old.%1$s else excluded.%1$s end"
                .formatted(
                        column,
                        isRowValid(key),
                        tables.of(key.kind()).orElseThrow().isStated(column));
    }

    /** A row from before a change is outdated, also if its time is later. A row from the future may be older than the entry. */
    private String isRowValid(CacheKey key) {
        return "old.list_row_fetched_at <= clock_timestamp() and old.%s = %s"
                .formatted(rowGeneration(key), ROW_GENERATION);
    }

    private String rowGeneration(CacheKey key) {
        return tables.of(key.kind()).orElseThrow().listRowGenerationColumn();
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

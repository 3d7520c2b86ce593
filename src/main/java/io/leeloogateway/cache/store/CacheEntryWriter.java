package io.leeloogateway.cache.store;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.CacheKey;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores cache entries of all types, each in its table. */
@Repository
public class CacheEntryWriter {

    private final JdbcClient database;
    private final CacheTables tables;

    CacheEntryWriter(JdbcClient database, CacheTables tables) {
        this.database = database;
        this.tables = tables;
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
                        CacheTables.GENERATION,
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
                .formatted(tables.listRowGenerationColumn(key.kind()), CacheTables.LIST_ROW_GENERATION);
    }
}

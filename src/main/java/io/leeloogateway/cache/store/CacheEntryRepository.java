package io.leeloogateway.cache.store;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.cache.CacheTable;
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

/** The copies of all kinds, each in its table; one from before a change is none. */
@Repository
public class CacheEntryRepository {

    private final JdbcClient database;
    private final CacheTables tables;

    CacheEntryRepository(JdbcClient database, CacheTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Without the document where it is of a moment that is known already. */
    public CacheLookup find(CacheKey key, @Nullable Instant known) {
        return database.sql("""
                        select copy.fetched_at, copy.document is null as is_tombstone, now.generation,
                            case when copy.fetched_at is distinct from :known::timestamptz then copy.document end as document,
                            %s as row, %s as row_at
                        from (select coalesce(max(generation), 0) as generation from cache_generations where scope = :scope) now
                            left join %s copy on copy.id = :id and copy.generation = now.generation""".formatted(later(key, "row"), later(key, "row_at"), tables.name(key.kind())))
                .param("scope", key.scope())
                .param("id", key.id())
                .param("known", known == null ? null : Timestamp.from(known))
                .query((row, _) -> new CacheLookup(Optional.ofNullable(CacheEntry.of(row)), row.getLong("generation")))
                .single();
    }

    /** Where each of them stands at this moment, without what it says. */
    Map<CacheKey, EntryVersion> stamps(Collection<CacheKey> keys) {
        var stamps = new HashMap<CacheKey, EntryVersion>();
        keys.stream()
                .collect(Collectors.groupingBy(key -> tables.name(key.kind())))
                .values()
                .forEach(group -> stamps.putAll(ofOne(group)));
        return stamps;
    }

    private Map<CacheKey, EntryVersion> ofOne(List<CacheKey> keys) {
        var rowAt = later(keys.getFirst(), "row_at");
        var stamps = new HashMap<CacheKey, EntryVersion>();
        database.sql("""
                        select asked.nr, coalesce(now.generation, 0) as generation, copy.fetched_at, %s as row_at,
                            copy.id is not null and copy.document is null as is_tombstone
                        from unnest(:ids::text[], :scopes::text[]) with ordinality as asked (id, scope, nr)
                            left join cache_generations now on now.scope = asked.scope
                            left join %s copy on copy.id = asked.id and copy.generation = coalesce(now.generation, 0)""".formatted(rowAt, tables.name(keys.getFirst().kind())))
                .param("ids", keys.stream().map(CacheKey::id).toArray(String[]::new))
                .param("scopes", keys.stream().map(CacheKey::scope).toArray(String[]::new))
                .query(row -> {
                    stamps.put(keys.get(row.getInt("nr") - 1), EntryVersion.of(row));
                });
        return stamps;
    }

    /** What a list told last, unless lists were ended since, or the thing itself was asked for later. */
    public Optional<CacheEntry> findRow(CacheKey key) {
        var lists = tables.of(key.kind()).flatMap(CacheTable::listType);
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        select row_at, row from %s where id = :id and row is not null and row_at > coalesce(fetched_at, '-infinity')
                            and row_generation = (select coalesce(max(generation), 0) from cache_generations where scope = :scope)""".formatted(tables.name(key.kind())))
                .param("id", key.id())
                .param("scope", CacheKey.scope(lists.get()))
                .query((row, _) -> new CacheEntry(
                        null, requireNonNull(EntryVersion.moment(row, "row_at")), false, row.getString("row"), null))
                .optional();
    }

    /** An answer of a copy with what a list told later. */
    Object freshen(CacheKey key, Object answer, String row) {
        return tables.of(key.kind()).orElseThrow().mergeListRow(answer, row);
    }

    /** What a list told before the thing itself was asked for is of no use. */
    private String later(CacheKey key, String column) {
        return !tables.hasRows(key.kind())
                ? "null"
                : "case when copy.row_at > copy.fetched_at then copy.%s end".formatted(column);
    }
}

package io.leeloogateway.mirror;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.leeloo.CopyKey;
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
class Copies {

    private final JdbcClient database;
    private final CopyTables tables;

    Copies(JdbcClient database, CopyTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Without the document where it is of a moment that is known already. */
    Shelf find(CopyKey key, @Nullable Instant known) {
        return database.sql("""
                        select copy.fetched_at, copy.document is null as is_tombstone, now.generation,
                            case when copy.fetched_at is distinct from :known::timestamptz then copy.document end as document,
                            %s as row, %s as row_at
                        from (select coalesce(max(generation), 0) as generation from mirror_generations where scope = :scope) now
                            left join %s copy on copy.id = :id and copy.generation = now.generation""".formatted(later(key, "row"), later(key, "row_at"), tables.name(key.kind())))
                .param("scope", key.scope())
                .param("id", key.id())
                .param("known", known == null ? null : Timestamp.from(known))
                .query((row, _) -> new Shelf(Optional.ofNullable(Copy.of(row)), row.getLong("generation")))
                .single();
    }

    /** Where each of them stands at this moment, without what it says. */
    Map<CopyKey, Stamp> stamps(Collection<CopyKey> keys) {
        var stamps = new HashMap<CopyKey, Stamp>();
        keys.stream()
                .collect(Collectors.groupingBy(key -> tables.name(key.kind())))
                .values()
                .forEach(group -> stamps.putAll(ofOne(group)));
        return stamps;
    }

    private Map<CopyKey, Stamp> ofOne(List<CopyKey> keys) {
        var rowAt = later(keys.getFirst(), "row_at");
        var stamps = new HashMap<CopyKey, Stamp>();
        database.sql("""
                        select asked.nr, coalesce(now.generation, 0) as generation, copy.fetched_at, %s as row_at,
                            copy.id is not null and copy.document is null as is_tombstone
                        from unnest(:ids::text[], :scopes::text[]) with ordinality as asked (id, scope, nr)
                            left join mirror_generations now on now.scope = asked.scope
                            left join %s copy on copy.id = asked.id and copy.generation = coalesce(now.generation, 0)""".formatted(rowAt, tables.name(keys.getFirst().kind())))
                .param("ids", keys.stream().map(CopyKey::id).toArray(String[]::new))
                .param("scopes", keys.stream().map(CopyKey::scope).toArray(String[]::new))
                .query(row -> {
                    stamps.put(keys.get(row.getInt("nr") - 1), Stamp.of(row));
                });
        return stamps;
    }

    /** What a list told last, unless lists were ended since, or the thing itself was asked for later. */
    Optional<Copy> findRow(CopyKey key) {
        var lists = tables.of(key.kind()).flatMap(CopyTable::lists);
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        select row_at, row from %s where id = :id and row is not null and row_at > coalesce(fetched_at, '-infinity')
                            and row_generation = (select coalesce(max(generation), 0) from mirror_generations where scope = :scope)""".formatted(tables.name(key.kind())))
                .param("id", key.id())
                .param("scope", CopyKey.scope(lists.get()))
                .query((row, _) ->
                        new Copy(null, requireNonNull(Stamp.moment(row, "row_at")), false, row.getString("row"), null))
                .optional();
    }

    /** An answer of a copy with what a list told later. */
    Object freshen(CopyKey key, Object answer, String row) {
        return tables.of(key.kind()).orElseThrow().freshen(answer, row);
    }

    /** What a list told before the thing itself was asked for is of no use. */
    private String later(CopyKey key, String column) {
        return !tables.hasRows(key.kind())
                ? "null"
                : "case when copy.row_at > copy.fetched_at then copy.%s end".formatted(column);
    }
}

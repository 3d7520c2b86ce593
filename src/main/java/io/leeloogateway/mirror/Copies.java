package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.CopyKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copies of all kinds, each in its table; one from before a change is none. */
@Repository
class Copies {

    private static final String DOCUMENTS = "mirror_documents";

    private final JdbcClient database;
    private final Map<CopyKind, CopyTable> tables = new EnumMap<>(CopyKind.class);

    Copies(JdbcClient database, List<CopyTable> tables) {
        this.database = database;
        tables.forEach(table -> this.tables.put(table.kind(), table));
    }

    /** Without the document where it is of a moment that is known already. */
    Shelf find(CopyKey key, @Nullable Instant known) {
        return database.sql("""
                        select copy.fetched_at, copy.document is null as is_tombstone, now.generation,
                            case when copy.fetched_at is distinct from :known::timestamptz then copy.document end as document,
                            %s as row, %s as row_at
                        from (select coalesce(max(generation), 0) as generation from mirror_generations where scope = :scope) now
                            left join %s copy on copy.id = :id and copy.generation = now.generation""".formatted(later(key, "row"), later(key, "row_at"), table(key)))
                .param("scope", key.scope())
                .param("id", key.id())
                .param("known", known == null ? null : Timestamp.from(known))
                .query((row, _) -> new Shelf(Optional.ofNullable(Copy.of(row)), row.getLong("generation")))
                .single();
    }

    /** When the copies were put down that count at this moment; in a table each of the keys. */
    Map<CopyKey, Stamp> stamps(Collection<CopyKey> keys) {
        var stamps = new HashMap<CopyKey, Stamp>();
        keys.stream()
                .collect(Collectors.groupingBy(this::table))
                .values()
                .forEach(group -> stamps.putAll(ofOne(group)));
        return stamps;
    }

    private Map<CopyKey, Stamp> ofOne(List<CopyKey> keys) {
        var rowAt = later(keys.getFirst(), "row_at");
        var stamps = new HashMap<CopyKey, Stamp>();
        database.sql("""
                        select asked.nr, copy.fetched_at, coalesce(now.generation, 0) as generation, %s as row_at
                        from unnest(:ids::text[], :scopes::text[]) with ordinality as asked (id, scope, nr)
                            left join mirror_generations now on now.scope = asked.scope
                            join %s copy on copy.id = asked.id and copy.generation = coalesce(now.generation, 0)""".formatted(rowAt, table(keys.getFirst())))
                .param("ids", keys.stream().map(CopyKey::id).toArray(String[]::new))
                .param("scopes", keys.stream().map(CopyKey::scope).toArray(String[]::new))
                .query(row -> {
                    stamps.put(keys.get(row.getInt("nr") - 1), Stamp.of(row));
                });
        return stamps;
    }

    /** An answer of a copy with what a list told later. */
    Object freshen(CopyKey key, Object answer, String row) {
        return Objects.requireNonNull(tables.get(key.kind())).freshen(answer, row);
    }

    /** Puts a copy down, unless there is one of a later generation. */
    void keep(CopyKey key, Copy copy, @Nullable Object answer, long generation) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", key.id());
        columns.put("document", bytes(copy));
        columns.put("hash", hash(copy));
        columns.put("fetched_at", Timestamp.from(copy.at()));
        columns.put("generation", generation);
        if (answer != null && tables.containsKey(key.kind())) {
            tables.get(key.kind()).columns(answer).forEach((name, value) -> columns.put(name, Storable.value(value)));
        }
        database.sql(upsert(key, columns.keySet())).params(columns).update();
    }

    private String upsert(CopyKey key, Set<String> columns) {
        var names = String.join(", ", columns);
        var values = columns.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        var ofRows = rowColumns(key);
        var updates = columns.stream()
                .map(name -> name + " = " + (ofRows.contains(name) ? younger(name) : "excluded." + name))
                .collect(Collectors.joining(", "));
        return "insert into %s as old (%s) values (%s) on conflict (id) do update set %s where old.generation <= excluded.generation"
                .formatted(table(key), names, values, updates);
    }

    /** What a list told while the thing itself was asked for stays. */
    private static String younger(String column) {
        return "case when old.row_at > excluded.fetched_at then coalesce(old.%1$s, excluded.%1$s) else excluded.%1$s end"
                .formatted(column);
    }

    /** What a list told before the thing itself was asked for is of no use. */
    private String later(CopyKey key, String column) {
        return rowColumns(key).isEmpty()
                ? "null"
                : "case when copy.row_at > copy.fetched_at then copy.%s end".formatted(column);
    }

    private Set<String> rowColumns(CopyKey key) {
        var table = tables.get(key.kind());
        return table == null ? Set.of() : table.rowColumns();
    }

    private String table(CopyKey key) {
        var table = tables.get(key.kind());
        return table == null ? DOCUMENTS : table.name();
    }

    private static byte @Nullable [] bytes(Copy copy) {
        return copy.document() == null ? null : copy.document().bytes();
    }

    private static byte @Nullable [] hash(Copy copy) {
        try {
            var bytes = bytes(copy);
            return bytes == null ? null : MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

package io.leeloogateway.cache.store;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.CacheKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts copies down, each in its table. */
@Repository
public class CacheEntryWriter {

    /** A list that was ended since told of what is not so any more, whatever the clocks say. */
    private static final String ROW_COUNTS =
            "old.row_generation = (select coalesce(max(generation), 0) from cache_generations where scope = :lists)";

    private final JdbcClient database;
    private final CacheTables tables;

    CacheEntryWriter(JdbcClient database, CacheTables tables) {
        this.database = database;
        this.tables = tables;
    }

    /**
     * By what a copy may be put down.
     *
     * @param generation how often what it depends on was changed before
     * @param holder who holds the lease; a younger load may have taken it
     */
    public record Right(long generation, UUID holder) {}

    /** Unless what it depends on was changed since, or a younger load took the lease; whether it was put down. */
    public boolean keep(CacheKey key, CacheEntry copy, @Nullable Object answer, Right right) {
        var table = tables.of(key.kind());
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", key.id());
        columns.put("document", bytes(copy));
        columns.put("hash", hash(copy));
        columns.put("fetched_at", Timestamp.from(copy.at()));
        columns.put("generation", right.generation());
        if (table.isEmpty()) {
            columns.put("kind", key.kind().name());
        } else if (answer != null) {
            table.get().columns(answer).forEach((name, value) -> columns.put(name, PostgresText.value(value)));
        }
        var statement = database.sql(upsert(key, columns))
                .params(columns)
                .param("scope", key.scope())
                .param("load", key.text())
                .param("holder", right.holder());
        return table.flatMap(CacheTable::listType)
                        .map(lists -> statement.param("lists", CacheKey.scope(lists)))
                        .orElse(statement)
                        .update()
                == 1;
    }

    private String upsert(CacheKey key, Map<String, @Nullable Object> columns) {
        var names = columns.keySet();
        var ofRows = tables.of(key.kind()).map(CacheTable::listRowColumns).orElse(Set.of());
        var updates = names.stream()
                .map(name -> name + " = " + (ofRows.contains(name) ? younger(name) : "excluded." + name))
                .collect(joining(", "));
        var row = tables.hasRows(key.kind()) ? ", row = case when %s then old.row end".formatted(ROW_COUNTS) : "";
        return """
                insert into %s as old (%s) select %s
                where :generation = (select coalesce(max(generation), 0) from cache_generations where scope = :scope)
                    and exists (select from cache_loads where id = :load and holder = :holder)
                on conflict (id) do update set %s%s""".formatted(
                        tables.name(key.kind()),
                        String.join(", ", names),
                        names.stream().map(name -> ":" + name).collect(joining(", ")),
                        updates,
                        row);
    }

    /** What a list told while the thing itself was asked for stays. */
    private static String younger(String column) {
        return "case when old.row_at > excluded.fetched_at and %2$s then coalesce(old.%1$s, excluded.%1$s) else excluded.%1$s end"
                .formatted(column, ROW_COUNTS);
    }

    private static byte @Nullable [] bytes(CacheEntry copy) {
        return copy.document() == null ? null : copy.document().bytes();
    }

    private static byte @Nullable [] hash(CacheEntry copy) {
        try {
            var bytes = bytes(copy);
            return bytes == null ? null : MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

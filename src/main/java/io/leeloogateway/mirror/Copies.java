package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.CopyKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
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
                            case when copy.fetched_at is distinct from :known::timestamptz then copy.document end as document, %s as row
                        from (select coalesce(max(generation), 0) as generation from mirror_generations where scope = :scope) now
                            left join %s copy on copy.id = :id and copy.generation = now.generation""".formatted(row(key), tables.name(key.kind())))
                .param("scope", key.scope())
                .param("id", key.id())
                .param("known", known == null ? null : Timestamp.from(known))
                .query((row, _) -> new Shelf(Optional.ofNullable(Copy.of(row)), row.getLong("generation")))
                .single();
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
                .query((row, _) -> new Copy(
                        null, row.getObject("row_at", OffsetDateTime.class).toInstant(), false, row.getString("row")))
                .optional();
    }

    /** An answer of a copy with what a list told later. */
    Object freshen(CopyKey key, Object answer, String row) {
        return tables.of(key.kind()).orElseThrow().freshen(answer, row);
    }

    /** What a list told before the thing itself was asked for is of no use. */
    private String row(CopyKey key) {
        return tables.hasRows(key.kind()) ? "case when copy.row_at > copy.fetched_at then copy.row end" : "null";
    }
}

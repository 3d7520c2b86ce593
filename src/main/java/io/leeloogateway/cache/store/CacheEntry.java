package io.leeloogateway.cache.store;

import io.leeloogateway.leeloo.RawBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an answer, or of the word that there is none.
 *
 * @param document Leeloo's answer as it came; null for a tombstone, and where whoever looked knows it already
 * @param at when Leeloo gave it
 * @param isTombstone whether Leeloo knew no such thing
 * @param row what a list told later, where one did
 * @param rowAt when it told that
 */
public record CacheEntry(
        @Nullable RawBody document,
        Instant at,
        boolean isTombstone,
        @Nullable String row,
        @Nullable Instant rowAt) {

    public static CacheEntry of(RawBody document, Instant at) {
        return new CacheEntry(document, at, false, null, null);
    }

    public static CacheEntry tombstone(Instant at) {
        return new CacheEntry(null, at, true, null, null);
    }

    /** One that is known here already. */
    static CacheEntry known(EntryVersion stamp) {
        return new CacheEntry(null, Objects.requireNonNull(stamp.at()), false, null, stamp.rowAt());
    }

    public static @Nullable CacheEntry of(ResultSet row) throws SQLException {
        var at = EntryVersion.moment(row, "fetched_at");
        if (at == null) {
            return null;
        }
        var document = row.getBytes("document");
        return new CacheEntry(
                document == null ? null : new RawBody(document),
                at,
                row.getBoolean("is_tombstone"),
                row.getString("row"),
                EntryVersion.moment(row, "row_at"));
    }
}

package io.leeloogateway.cache.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which copy it is that counts, without what it says.
 *
 * @param at when Leeloo gave it; null where there is none
 * @param rowAt when a list told later, where one did
 * @param isTombstone whether Leeloo knew no such thing
 * @param generation how often what it depends on was changed so far
 */
record EntryVersion(@Nullable Instant at, @Nullable Instant rowAt, boolean isTombstone, long generation) {

    static EntryVersion of(ResultSet row) throws SQLException {
        return new EntryVersion(
                moment(row, "fetched_at"),
                moment(row, "row_at"),
                row.getBoolean("is_tombstone"),
                row.getLong("generation"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

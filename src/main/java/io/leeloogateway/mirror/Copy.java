package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Document;
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
record Copy(
        @Nullable Document document,
        Instant at,
        boolean isTombstone,
        @Nullable String row,
        @Nullable Instant rowAt) {

    static Copy of(Document document, Instant at) {
        return new Copy(document, at, false, null, null);
    }

    static Copy tombstone(Instant at) {
        return new Copy(null, at, true, null, null);
    }

    /** One that is known here already. */
    static Copy known(Stamp stamp) {
        return new Copy(null, Objects.requireNonNull(stamp.at()), false, null, stamp.rowAt());
    }

    static @Nullable Copy of(ResultSet row) throws SQLException {
        var at = Stamp.moment(row, "fetched_at");
        if (at == null) {
            return null;
        }
        var document = row.getBytes("document");
        return new Copy(
                document == null ? null : new Document(document),
                at,
                row.getBoolean("is_tombstone"),
                row.getString("row"),
                Stamp.moment(row, "row_at"));
    }
}

package io.leeloogateway.cache.store;

import io.leeloogateway.leeloo.RawBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cache entry of a key, or its absence, with the current generation of the key.
 *
 * @param state whether there is an entry
 * @param generation generation of the key; an entry of an older generation counts as absent
 * @param fetchedAt when the gateway asked Leeloo; null if the entry is absent
 * @param body Leeloo's response; null if there is none, and if {@code parsed} replaces it
 * @param listRow JSON of a newer list row; null if there is none, and if it is part of {@code parsed}
 * @param listRowFetchedAt when the gateway asked Leeloo for the list of that row
 * @param parsed the parsed response in the local cache
 */
public record CacheEntry(
        State state,
        long generation,
        @Nullable Instant fetchedAt,
        @Nullable RawBody body,
        @Nullable String listRow,
        @Nullable Instant listRowFetchedAt,
        @Nullable ParsedValue parsed) {

    /** Whether there is an entry. */
    public enum State {
        ABSENT,
        FOUND,
        /** Leeloo said that the resource does not exist. */
        NOT_FOUND
    }

    public static CacheEntry absent(long generation) {
        return new CacheEntry(State.ABSENT, generation, null, null, null, null, null);
    }

    public static CacheEntry found(RawBody body, Instant fetchedAt, long generation) {
        return new CacheEntry(State.FOUND, generation, fetchedAt, body, null, null, null);
    }

    public static CacheEntry notFound(Instant fetchedAt, long generation) {
        return new CacheEntry(State.NOT_FOUND, generation, fetchedAt, null, null, null, null);
    }

    static CacheEntry ofListRow(String listRow, Instant fetchedAt) {
        return new CacheEntry(State.FOUND, 0, fetchedAt, null, listRow, fetchedAt, null);
    }

    /** Reads an entry without its body and its list row. */
    static CacheEntry version(ResultSet row) throws SQLException {
        var generation = row.getLong("generation");
        var fetchedAt = instant(row, "fetched_at");
        if (fetchedAt == null) {
            return absent(generation);
        }
        var state = row.getBoolean("is_not_found") ? State.NOT_FOUND : State.FOUND;
        return new CacheEntry(state, generation, fetchedAt, null, null, instant(row, "list_row_fetched_at"), null);
    }

    static CacheEntry of(ResultSet row) throws SQLException {
        var body = row.getBytes("document");
        var version = version(row);
        return new CacheEntry(
                version.state,
                version.generation,
                version.fetchedAt,
                body == null ? null : RawBody.ofStored(body),
                row.getString("list_row"),
                version.listRowFetchedAt,
                null);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public boolean isPresent() {
        return state != State.ABSENT;
    }

    public boolean isNotFound() {
        return state == State.NOT_FOUND;
    }

    /** Of an entry that is present. */
    @Override
    public Instant fetchedAt() {
        return Objects.requireNonNull(fetchedAt);
    }

    /** The weight of Leeloo's response. */
    public int weight() {
        if (body != null) {
            return body.weight();
        }
        return parsed == null ? 0 : parsed.weight();
    }

    /** The version of the entry. */
    public CacheEntry withoutContent() {
        return new CacheEntry(state, generation, fetchedAt, null, null, listRowFetchedAt, null);
    }

    CacheEntry with(@Nullable ParsedValue value) {
        return new CacheEntry(state, generation, fetchedAt, body, listRow, listRowFetchedAt, value);
    }
}

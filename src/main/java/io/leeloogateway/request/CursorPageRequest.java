package io.leeloogateway.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many rows at most, 1 to 100, 20 unless given
 * @param cursor the {@code nextCursor} of the part before; the newest rows unless given
 */
public record CursorPageRequest(
        @Min(1) @Max(100) @Nullable Integer limit, @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;

    public Cursor after() {
        return cursor == null ? Cursor.START : Cursor.parse(cursor);
    }

    /** One row more than is shown, to learn whether another part follows. */
    public int rows() {
        return shown() + 1;
    }

    public <T, V> CursorPage<V> slice(List<T> rows, Function<? super T, Cursor> place, Function<? super T, V> view) {
        var items = rows.stream().limit(shown()).<V>map(view).toList();
        var last = rows.size() > shown() ? place.apply(rows.get(shown() - 1)).text() : null;
        return new CursorPage<>(items, last);
    }

    private int shown() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}

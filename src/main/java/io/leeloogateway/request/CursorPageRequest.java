package io.leeloogateway.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a list with cursor pagination.
 *
 * @param limit the maximum number of items, 1 to 100, default 20
 * @param cursor the {@code nextCursor} of the previous page; the first page by default
 */
public record CursorPageRequest(
        @Schema(defaultValue = "20") @Min(1) @Max(100) @Nullable
        Integer limit,

        @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;

    public Cursor after() {
        return cursor == null ? Cursor.START : Cursor.parse(cursor);
    }

    /** The number of rows to read: one more than the page shows, to detect a next page. */
    public int fetchLimit() {
        return pageSize() + 1;
    }

    public <T, V> CursorPage<V> toPage(
            List<T> rows, Function<? super T, Cursor> cursorOf, Function<? super T, V> view) {
        var items = rows.stream().limit(pageSize()).<V>map(view).toList();
        var next = rows.size() > pageSize()
                ? cursorOf.apply(rows.get(pageSize() - 1)).text()
                : null;
        return new CursorPage<>(items, next);
    }

    private int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}

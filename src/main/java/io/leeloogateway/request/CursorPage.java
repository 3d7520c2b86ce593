package io.leeloogateway.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is walked by cursor.
 *
 * @param items the rows of this part
 * @param nextCursor give it back as {@code cursor} to get the next part; null at the end
 */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor) {

    public CursorPage {
        items = List.copyOf(items);
    }
}

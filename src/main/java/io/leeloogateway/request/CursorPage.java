package io.leeloogateway.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list with cursor pagination.
 *
 * @param items the items of this page
 * @param nextCursor the {@code cursor} of the next page; null on the last page
 */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor) {

    public CursorPage {
        items = List.copyOf(items);
    }
}

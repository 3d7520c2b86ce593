package io.leeloogateway.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page.
 *
 * @param rows the rows, in order
 * @param nextCursor the cursor of the next page; null on the last page
 * @param total the number of matches; null if it was not requested
 */
public record Found<R>(
        List<R> rows, @Nullable String nextCursor, @Nullable Long total) {

    public Found {
        rows = List.copyOf(rows);
    }
}

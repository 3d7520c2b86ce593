package io.leeloogateway.sync;

import io.leeloogateway.request.OffsetPage;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param rows the rows
 * @param total Leeloo's count of all rows; not exact
 * @param isWhole the list has no pages: this is all of it
 */
record SyncPage(List<SyncRow> rows, long total, boolean isWhole) {

    SyncPage {
        rows = List.copyOf(rows);
    }

    static <T> SyncPage of(OffsetPage<T> page, Function<T, String> id) {
        return new SyncPage(rows(page.items(), id), page.page().total(), false);
    }

    static <T> SyncPage whole(Collection<T> items, Function<T, String> id) {
        return new SyncPage(rows(items, id), items.size(), true);
    }

    private static <T> List<SyncRow> rows(Collection<T> items, Function<T, String> id) {
        return items.stream().map(item -> SyncRow.of(id.apply(item), item)).toList();
    }
}

package io.leeloogateway.sync;

import io.leeloogateway.cache.LoadedRows;
import io.leeloogateway.request.OffsetPage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param rows the rows
 * @param total Leeloo's count of all rows; not exact
 * @param isWhole the list has no pages: this is all of it
 * @param rejected the ids of the rows that cannot be stored
 */
record SyncPage(List<SyncRow> rows, long total, boolean isWhole, Set<String> rejected) {

    SyncPage {
        rows = List.copyOf(rows);
        rejected = Set.copyOf(rejected);
    }

    static <T> SyncPage of(OffsetPage<T> page, Function<T, String> id) {
        return new SyncPage(rows(page.items(), id), page.page().total(), false, Set.of());
    }

    static <T> SyncPage of(LoadedRows<OffsetPage<T>> loaded, Function<T, String> id) {
        var page = loaded.page();
        return new SyncPage(rows(page.items(), id), page.page().total(), false, loaded.rejected());
    }

    static <T> SyncPage whole(Collection<T> items, Function<T, String> id) {
        return new SyncPage(rows(items, id), items.size(), true, Set.of());
    }

    private static <T> List<SyncRow> rows(Collection<T> items, Function<T, String> id) {
        return items.stream().map(item -> SyncRow.of(id.apply(item), item)).toList();
    }
}

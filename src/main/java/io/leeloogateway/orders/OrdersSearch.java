package io.leeloogateway.orders;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.search.SearchPage;
import io.leeloogateway.search.SearchPageRequest;
import io.leeloogateway.search.Searcher;
import io.leeloogateway.sync.SyncKind;
import io.leeloogateway.sync.SyncStatus;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Searches the orders in the cache. */
@Service
class OrdersSearch {

    private final Searcher searcher;
    private final LeelooCache cache;
    private final SyncStatus syncStatus;

    OrdersSearch(Searcher searcher, LeelooCache cache, SyncStatus syncStatus) {
        this.searcher = searcher;
        this.cache = cache;
        this.syncStatus = syncStatus;
    }

    SearchPage<OrderRowView> search(OrderSearch search, SearchPageRequest page) {
        var found = searcher.find(search.toQuery(), page, CachedOrderRow.COLUMNS, CachedOrderRow::of);
        var asOf = syncStatus.lastCompleteRun(SyncKind.ORDERS);
        var oldest = found.rows().stream().map(CachedOrderRow::fetchedAt).min(Comparator.naturalOrder());
        cache.serveRows(ResourceType.ORDER, oldest.or(() -> asOf));
        return SearchPage.of(found, row -> view(row, search), asOf);
    }

    /** Of an order that was changed since, only what no change through the gateway affects; nothing if it may not match any more. */
    private static Optional<OrderRowView> view(CachedOrderRow row, OrderSearch search) {
        if (row.isCurrent()) {
            return Optional.of(OrderRowView.of(row.order()));
        }
        return search.filtersWhatChanges() ? Optional.empty() : Optional.of(OrderRowView.ofChanged(row.order()));
    }
}

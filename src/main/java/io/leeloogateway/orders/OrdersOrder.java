package io.leeloogateway.orders;

import io.leeloogateway.search.SortOrder;
import org.jspecify.annotations.Nullable;

/** The ways to sort orders in a search; an index serves each. */
final class OrdersOrder {

    static final SortOrder.Key CREATED = SortOrder.Key.time("created_at");
    static final SortOrder NEWEST_FIRST = SortOrder.descending(CREATED);

    private static final SortOrder.Key PRICE = new SortOrder.Key("coalesce(price, 0)", "numeric");

    private OrdersOrder() {}

    /** Null for the order by relevance. */
    static @Nullable SortOrder of(@Nullable String sort) {
        return switch (sort) {
            case "createdAt" -> SortOrder.ascending(CREATED);
            case "-createdAt" -> NEWEST_FIRST;
            case "price" -> SortOrder.ascending(PRICE);
            case "-price" -> SortOrder.descending(PRICE);
            case null, default -> null;
        };
    }
}

package io.leeloogateway.orders;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.leeloo.model.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of an order from the cache.
 *
 * @param order the fields of a row
 * @param fetchedAt when the gateway asked Leeloo
 * @param isCurrent whether the order was not changed through the gateway since it was read
 */
record CachedOrderRow(Order order, Instant fetchedAt, boolean isCurrent) {

    static final String COLUMNS = """
            person_id, title, price, currency, status, created_at, updated_at, greatest(fetched_at, list_row_fetched_at) as fetched_at,
            case when list_row_fetched_at > fetched_at or fetched_at is null then coalesce(list_row_order_generation, 0) else generation end
                >= coalesce((select max(generation) from cache_generations where scope = 'ORDER ' || cached_orders.id), 0) as is_current""";

    static CachedOrderRow of(ResultSet row, int number) throws SQLException {
        var order = new Order(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("title"),
                null,
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getString("status"),
                null,
                instant(row, "created_at"),
                instant(row, "updated_at"));
        return new CachedOrderRow(order, requireNonNull(instant(row, "fetched_at")), row.getBoolean("is_current"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}

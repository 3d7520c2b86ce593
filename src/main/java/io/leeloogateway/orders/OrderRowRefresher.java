package io.leeloogateway.orders;

import io.leeloogateway.cache.CacheInvalidator;
import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.ListRowStore;
import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.request.OffsetPage;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Refreshes the cached rows of orders from lists. What only the single order has stays as it is. */
@Repository
class OrderRowRefresher {

    private static final JsonMapper JSON = new JsonMapper();

    /** Ignores a row that a change has made stale, and a list that is older than what the cache has. */
    private static final String UPSERT = """
            insert into cached_orders as old (id, list_row, list_row_fetched_at, list_row_generation, title, price, currency, status, created_at,
                updated_at, list_row_order_generation)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(generation), 0) from cache_generations where scope in (?, ?)) where ? = (
                    select coalesce(max(generation), 0) from cache_generations where scope = 'ORDER_LIST')
                or ?::text is not null and not exists (select from cache_generations
                    where scope in (?, ?) and not pg_visible_in_snapshot(changed_by, ?::pg_snapshot))
            on conflict (id) do update set list_row = excluded.list_row, list_row_fetched_at = excluded.list_row_fetched_at,
                list_row_generation = excluded.list_row_generation, list_row_order_generation = excluded.list_row_order_generation,
                title = coalesce(excluded.title, old.title), price = coalesce(excluded.price, old.price),
                currency = coalesce(excluded.currency, old.currency), status = coalesce(excluded.status, old.status),
                created_at = coalesce(excluded.created_at, old.created_at), updated_at = coalesce(excluded.updated_at, old.updated_at)
            where coalesce((select max(fetched_at) from (values (old.fetched_at),
                    (case when old.list_row_order_generation = excluded.list_row_order_generation then old.list_row_fetched_at end)) as times (fetched_at)
                where fetched_at <= clock_timestamp()) < excluded.list_row_fetched_at, true)""";

    private final ListRowStore store;
    private final CacheInvalidator invalidator;

    OrderRowRefresher(ListRowStore store, CacheInvalidator invalidator) {
        this.store = store;
        this.invalidator = invalidator;
    }

    @EventListener
    void refresh(EntryStored stored) {
        if (stored.query() instanceof ListOrders) {
            var rows = ((OffsetPage<?>) stored.value())
                    .items().stream()
                            .map(Order.class::cast)
                            .sorted(Comparator.comparing(Order::id))
                            .toList();
            store.store(
                    UPSERT,
                    rows,
                    Order::id,
                    (statement, row) -> setParameters(statement, row, stored),
                    stored.rejected());
            invalidator.announce(rows.stream()
                    .map(row -> CacheKey.of(new FindOrder(row.id())))
                    .toList());
        }
    }

    private static void setParameters(PreparedStatement statement, Order row, EntryStored stored) throws SQLException {
        statement.setString(1, row.id());
        statement.setString(2, JSON.writeValueAsString(row));
        statement.setTimestamp(3, Timestamp.from(stored.fetchedAt()));
        statement.setLong(4, stored.generation());
        statement.setString(5, PostgresText.text(row.title()));
        statement.setBigDecimal(6, row.price());
        statement.setString(7, PostgresText.text(row.currency()));
        statement.setString(8, PostgresText.text(row.status()));
        statement.setTimestamp(9, timestamp(row.createdAt()));
        statement.setTimestamp(10, timestamp(row.updatedAt()));
        var ownScope = CacheKey.scope(ResourceType.ORDER, row.id());
        var listScope = CacheKey.scope(ResourceType.ORDER_LIST, row.id());
        statement.setString(11, ownScope);
        statement.setString(12, listScope);
        statement.setLong(13, stored.generation());
        statement.setString(14, stored.snapshot());
        statement.setString(15, ownScope);
        statement.setString(16, listScope);
        statement.setString(17, stored.snapshot());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

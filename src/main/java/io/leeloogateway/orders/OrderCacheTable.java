package io.leeloogateway.orders;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Order;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of cached orders and its columns for look-ups. */
@Component
class OrderCacheTable implements CacheTable {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "cached_orders";
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.ORDER;
    }

    @Override
    public Set<String> lastSeenColumns() {
        return Set.of("list_row_fetched_at", "last_seen_at");
    }

    @Override
    public Optional<ResourceType> listType() {
        return Optional.of(ResourceType.ORDER_LIST);
    }

    @Override
    public String listRowGenerationColumn() {
        return "list_row_order_generation";
    }

    @Override
    public Set<String> listRowColumns() {
        return Set.of("title", "price", "currency", "status", "created_at", "updated_at");
    }

    @Override
    public Object mergeListRow(Object value, String row) {
        return ((Order) value).with(JSON.readValue(row, Order.class));
    }

    @Override
    public Map<String, @Nullable Object> columns(Object value) {
        var order = (Order) value;
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", order.title());
        columns.put("price", order.price());
        columns.put("currency", order.currency());
        columns.put("status", order.status());
        columns.put("created_at", timestamp(order.createdAt()));
        columns.put("updated_at", timestamp(order.updatedAt()));
        return columns;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

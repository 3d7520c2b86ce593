package io.leeloogateway.orders;

import io.leeloogateway.leeloo.CopyKind;
import io.leeloogateway.leeloo.Order;
import io.leeloogateway.mirror.CopyTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The copies of orders, and what can be looked up in them. */
@Repository
class OrderMirrors implements CopyTable {

    @Override
    public String name() {
        return "order_mirrors";
    }

    @Override
    public CopyKind kind() {
        return CopyKind.ORDER;
    }

    @Override
    public Map<String, @Nullable Object> columns(Object answer) {
        var order = (Order) answer;
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("person_id", order.personId());
        columns.put("title", order.title());
        columns.put("price", order.price());
        columns.put("currency", order.currency());
        columns.put("status", order.status());
        columns.put("created_at", timestamp(order.createdAt()));
        columns.put("updated_at", timestamp(order.updatedAt()));
        return columns;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}

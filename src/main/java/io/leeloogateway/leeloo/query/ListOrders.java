package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;

/** Leeloo endpoint 12: list orders. Leeloo has no filters for orders. */
public record ListOrders(OffsetPageRequest paging) implements Query<OffsetPage<Order>> {

    @Override
    public Target target() {
        return Target.all("orders");
    }
}

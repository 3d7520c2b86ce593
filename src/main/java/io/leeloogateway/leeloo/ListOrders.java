package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;

/** Operation 12: orders; Leeloo knows no filter. */
public record ListOrders(Paging paging) implements Query<Page<Order>> {

    @Override
    public Target target() {
        return Target.all("orders");
    }
}

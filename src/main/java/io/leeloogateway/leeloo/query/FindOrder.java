package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Order;

/** Leeloo endpoint 13: get an order. */
public record FindOrder(String orderId) implements Query<Order> {

    @Override
    public Target target() {
        return Target.of("order", orderId);
    }
}

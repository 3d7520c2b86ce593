package io.leeloogateway.leeloo;

/** Operation 13: an order. */
public record FindOrder(String orderId) implements Query<Order> {

    @Override
    public Target target() {
        return Target.of("order", orderId);
    }
}

package io.leeloogateway.orders;

import io.leeloogateway.leeloo.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param id Leeloo's id of the order
 * @param personId whose order it is, where Leeloo says so
 * @param title what was ordered
 * @param description what it is about
 * @param price what it costs, in whole units or with decimals
 * @param currency in which currency, open: USD, EUR, UAH, RUB
 * @param status how far it is, open: OPENED, RESOLVED, REJECTED
 * @param paymentMethod how it is paid, open: WAYFORPAY, YANDEX_MONEY, ASSET_PAYMENT, MANUAL
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record OrderView(
        String id,
        @Nullable String personId,
        @Nullable String title,
        @Nullable String description,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String paymentMethod,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.personId(),
                order.title(),
                order.description(),
                order.price(),
                order.currency(),
                order.status(),
                order.paymentMethod(),
                order.createdAt(),
                order.updatedAt());
    }
}

package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order. Only lists have the person; only details have description and payment method. */
public record Order(
        String id,
        @Nullable String personId,
        @Nullable String title,
        @Nullable String description,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String paymentMethod,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt)
        implements Created {

    /** This order with the newer values of a row. */
    public Order with(Order row) {
        return new Order(
                id,
                personId,
                row.title == null ? title : row.title,
                description,
                row.price == null ? price : row.price,
                row.currency == null ? currency : row.currency,
                row.status == null ? status : row.status,
                paymentMethod,
                createdAt,
                row.updatedAt == null ? updatedAt : row.updatedAt);
    }
}

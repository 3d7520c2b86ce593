package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order; the person stands in lists only, description and payment method in details only. */
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
        @Nullable Instant updatedAt) {}

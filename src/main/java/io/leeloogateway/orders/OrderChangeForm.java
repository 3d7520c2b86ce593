package io.leeloogateway.orders;

import io.leeloogateway.leeloo.change.ChangeOrder;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order ends. Leeloo changes MANUAL orders without partial payments only.
 *
 * @param status RESOLVED or REJECTED
 * @param paymentDate when it was paid; Leeloo keeps the minute
 * @param currency three capital letters (ISO 4217)
 * @param price what was paid: not negative, at most twelve digits and two decimals
 * @param comment a note, at most 10000 characters
 */
record OrderChangeForm(
        @NotNull @Pattern(regexp = "RESOLVED|REJECTED", message = "must be RESOLVED or REJECTED")
        String status,

        @Nullable Instant paymentDate,

        @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters") @Nullable
        String currency,

        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Nullable
        BigDecimal price,

        @Size(max = 10_000) @Nullable String comment) {

    ChangeOrder toChange(String orderId) {
        return new ChangeOrder(orderId, status, paymentDate, currency, price, comment);
    }
}

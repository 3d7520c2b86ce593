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
 * The close of an order. Leeloo changes only MANUAL orders without partial payments. Fields that are absent stay as they are, null is a 400.
 *
 * @param status RESOLVED or REJECTED
 * @param paymentDate time of the payment; Leeloo stores it to the minute
 * @param currency three capital letters (ISO 4217)
 * @param price the paid amount: not negative, at most twelve digits and two decimals, not counting trailing zeros
 * @param comment a comment, at most 10000 characters
 */
record OrderChangeForm(
        @NotNull @Pattern(regexp = "RESOLVED|REJECTED", message = "must be RESOLVED or REJECTED")
        String status,

        @Nullable Instant paymentDate,

        @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters, such as USD") @Nullable
        String currency,

        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Nullable
        BigDecimal price,

        @Size(max = 10_000) @Nullable String comment) {

    ChangeOrder toChange(String orderId) {
        return new ChangeOrder(orderId, status, paymentDate, currency, price, comment);
    }
}

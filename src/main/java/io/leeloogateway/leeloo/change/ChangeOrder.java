package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 14: change the status of an order. */
public record ChangeOrder(
        String orderId,
        String status,
        @Nullable Instant paymentDate,
        @Nullable String currency,
        @Nullable BigDecimal price,
        @Nullable String comment)
        implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("order", orderId);
    }
}

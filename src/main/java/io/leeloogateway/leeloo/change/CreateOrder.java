package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 11: create an order for a person. The offer determines the price. */
public record CreateOrder(
        String personId,
        String offerId,
        String paymentCreditsId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant transactionDate,
        Notification notification,
        @Nullable String managerId)
        implements Change<Order> {

    @Override
    public Target target() {
        return Target.inBody("person", personId);
    }
}

package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 11. The flag is a text. */
record NewOrderBody(
        String paymentCreditsId,
        String offerId,
        String personId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant transactionDate,
        String isNotifyAccount,
        @Nullable String managerId) {

    static NewOrderBody of(CreateOrder change) {
        return new NewOrderBody(
                change.paymentCreditsId(),
                change.offerId(),
                change.personId(),
                change.email(),
                change.phone(),
                change.transactionDate(),
                String.valueOf(change.notification() == Notification.SENT),
                change.managerId());
    }
}

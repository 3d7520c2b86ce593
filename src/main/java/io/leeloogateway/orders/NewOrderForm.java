package io.leeloogateway.orders;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.Notification;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new order; its price comes from the offer.
 *
 * @param personId whose order it is
 * @param offerId what is ordered, from Leeloo's pages; no call lists offers
 * @param paymentCreditsId how it is paid, from Leeloo's pages
 * @param email where to write about it
 * @param phone where to call about it, in E.164
 * @param transactionDate when it was paid
 * @param notifyPerson whether the person hears of it, false unless given
 * @param managerId the operator it belongs to; without one it belongs to Leeloo's "System"
 */
record NewOrderForm(
        @NotNull @LeelooId String personId,
        @NotNull @LeelooId String offerId,
        @NotNull @LeelooId String paymentCreditsId,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @E164 @Nullable String phone,
        @Nullable Instant transactionDate,
        @Nullable Boolean notifyPerson,
        @LeelooId @Nullable String managerId) {

    CreateOrder toChange() {
        return new CreateOrder(
                personId, offerId, paymentCreditsId, email, phone, transactionDate, notification(), managerId);
    }

    private Notification notification() {
        return Boolean.TRUE.equals(notifyPerson) ? Notification.SENT : Notification.NONE;
    }
}

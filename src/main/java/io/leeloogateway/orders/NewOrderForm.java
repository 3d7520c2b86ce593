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
 * A new order. Its price is the price of the offer.
 *
 * @param personId id of the person who orders
 * @param offerId id of the offer, from Leeloo's web pages; no endpoint lists offers
 * @param paymentCreditsId id of the payment account, from Leeloo's web pages; no endpoint lists payment accounts
 * @param email e-mail address for the order
 * @param phone phone number for the order, in E.164
 * @param transactionDate time of the payment
 * @param notifyPerson whether Leeloo notifies the person; default false
 * @param managerId id of the responsible user; without it Leeloo assigns its user "System"
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

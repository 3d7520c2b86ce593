package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.change.ChangeOrder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 14. The price is a text; the payment date has no zone and means UTC. */
record OrderChangeBody(
        String status,
        @Nullable String paymentDate,
        @Nullable String currency,
        @Nullable String price,
        @Nullable String userComments) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    static OrderChangeBody of(ChangeOrder change) {
        return new OrderChangeBody(
                change.status(),
                change.paymentDate() == null ? null : MINUTE.format(change.paymentDate()),
                change.currency(),
                change.price() == null ? null : change.price().toPlainString(),
                change.comment());
    }
}

package io.leeloogateway.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.request.PersonalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, as lists tell of it.
 *
 * @param id Leeloo's id of the order
 * @param personId whose order it is
 * @param title what was ordered
 * @param price what it costs, in whole units or with decimals
 * @param currency in which currency, open: USD, EUR, UAH, RUB
 * @param status how far it is, open: OPENED, RESOLVED, REJECTED
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param incomplete what is not known of it, where only its id is
 */
public record OrderRowView(
        String id,
        @Nullable String personId,
        @Nullable String title,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> incomplete)
        implements PersonalData {

    private static final List<String> UNKNOWN =
            List.of("title", "price", "currency", "status", "createdAt", "updatedAt");

    /** Of a person's card, which may know no more of it than its id. */
    static OrderRowView of(String personId, String id, @Nullable Order order) {
        if (order == null) {
            return new OrderRowView(id, personId, null, null, null, null, null, null, UNKNOWN);
        }
        return new OrderRowView(
                id,
                personId,
                order.title(),
                order.price(),
                order.currency(),
                order.status(),
                order.createdAt(),
                order.updatedAt(),
                null);
    }

    public static OrderRowView of(Order order) {
        return new OrderRowView(
                order.id(),
                order.personId(),
                order.title(),
                order.price(),
                order.currency(),
                order.status(),
                order.createdAt(),
                order.updatedAt(),
                null);
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

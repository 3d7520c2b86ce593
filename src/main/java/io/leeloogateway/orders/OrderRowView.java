package io.leeloogateway.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.request.PersonalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param id Leeloo's id of the order
 * @param personId id of the person
 * @param title title of the offer
 * @param price price, with or without decimals
 * @param currency an open list of values: USD, EUR, UAH, RUB
 * @param status an open list of values: OPENED, RESOLVED, REJECTED
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 * @param incomplete the fields that are unknown; absent when the order is complete
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

    public static OrderRowView of(Order order) {
        return of(order, order.personId());
    }

    static OrderRowView of(Order order, @Nullable String personId) {
        var incomplete = missing(order, personId);
        return new OrderRowView(
                order.id(),
                personId,
                order.title(),
                order.price(),
                order.currency(),
                order.status(),
                order.createdAt(),
                order.updatedAt(),
                incomplete.isEmpty() ? null : incomplete);
    }

    /** Leeloo does not send the time of creation of an order that is part of a person. */
    private static List<String> missing(Order order, @Nullable String personId) {
        var missing = new ArrayList<String>();
        if (personId == null) {
            missing.add("personId");
        }
        if (order.createdAt() == null) {
            missing.add("createdAt");
        }
        return missing;
    }

    /** An order of which Leeloo returned only the id. */
    static OrderRowView ofId(String id, String personId) {
        return new OrderRowView(id, personId, null, null, null, null, null, null, UNKNOWN);
    }

    /** Without what a change may have changed since the gateway read the order. */
    static OrderRowView ofChanged(Order order) {
        return new OrderRowView(
                order.id(),
                order.personId(),
                order.title(),
                null,
                null,
                null,
                order.createdAt(),
                null,
                Stream.concat(
                                missing(order, order.personId()).stream(),
                                Stream.of("price", "currency", "status", "updatedAt"))
                        .toList());
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

package io.leeloogateway.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.request.PersonalData;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param id Leeloo's id of the order
 * @param personId whose order it is, where Leeloo says so
 * @param title what was ordered
 * @param description what it is about
 * @param price what it costs, in whole units or with decimals
 * @param currency in which currency, open: USD, EUR, UAH, RUB
 * @param status how far it is, open: OPENED, RESOLVED, REJECTED
 * @param paymentMethod how it is paid, open: WAYFORPAY, YANDEX_MONEY, ASSET_PAYMENT, MANUAL
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param person whose order it is, only when expanded
 * @param incomplete which parts could not be had; left out when all is there
 * @param raw what Leeloo itself said of the order, only where that was asked for
 */
record OrderView(
        String id,
        @Nullable String personId,
        @Nullable String title,
        @Nullable String description,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String paymentMethod,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OrderPersonView person,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> incomplete,

        @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        @Nullable
        String raw)
        implements PersonalData {

    static OrderView of(Order order, @Nullable String owner, @Nullable String raw) {
        return new OrderView(
                order.id(),
                order.personId() == null ? owner : order.personId(),
                order.title(),
                order.description(),
                order.price(),
                order.currency(),
                order.status(),
                order.paymentMethod(),
                order.createdAt(),
                order.updatedAt(),
                null,
                null,
                raw);
    }

    /** With whose it is, or a word that this could not be had. */
    OrderView with(Optional<OrderPersonView> whose) {
        return new OrderView(
                id,
                personId,
                title,
                description,
                price,
                currency,
                status,
                paymentMethod,
                createdAt,
                updatedAt,
                whose.orElse(null),
                whose.isPresent() ? null : List.of("person"),
                raw);
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

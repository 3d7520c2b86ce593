package io.leeloogateway.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.request.PersonalData;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param id Leeloo's id of the order
 * @param personId id of the person, where it is known
 * @param title title of the offer
 * @param description description of the offer
 * @param price price, with or without decimals
 * @param currency an open list of values: USD, EUR, UAH, RUB
 * @param status an open list of values: OPENED, RESOLVED, REJECTED
 * @param paymentMethod an open list of values: WAYFORPAY, YANDEX_MONEY, ASSET_PAYMENT, MANUAL
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 * @param person the person of the order, only when expanded
 * @param incomplete the parts that could not be read; absent when the order is complete
 * @param raw the unchanged response of Leeloo, only on request
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

    static OrderView of(Order order, @Nullable String knownPersonId, @Nullable String raw) {
        return new OrderView(
                order.id(),
                order.personId() == null ? knownPersonId : order.personId(),
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

    /** Lists the person as incomplete where it is null. */
    OrderView withPerson(@Nullable OrderPersonView newPerson) {
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
                newPerson,
                newPerson == null ? List.of("person") : null,
                raw);
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

package io.leeloogateway.orders;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.search.RangeCheck;
import io.leeloogateway.search.SearchQuery;
import io.leeloogateway.search.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search for orders looks for. All filters must match.
 *
 * @param q words or parts of words of the title, in any order, case and spelling
 * @param status only orders with this status; an open list of values: OPENED, RESOLVED, REJECTED
 * @param currency only orders in this currency; an open list of values: USD, EUR, UAH, RUB
 * @param priceFrom only orders with this price or a higher one
 * @param priceTo only orders with this price or a lower one
 * @param person only orders of the person with this id
 * @param createdFrom only orders created on this date or at this instant (UTC) or later
 * @param createdTo only orders created on this date or at this instant (UTC) or earlier
 * @param sort the order of the results; a minus sign reverses it. By default, the most relevant are first, then the newest
 */
record OrderSearch(
        @Size(min = 1, max = 200) @Nullable String q,
        @Size(min = 1, max = 40) @Nullable String status,
        @Size(min = 1, max = 40) @Nullable String currency,

        @PositiveOrZero @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal priceFrom,

        @PositiveOrZero @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal priceTo,

        @LeelooId @Nullable String person,
        @DateOrInstant @Nullable String createdFrom,
        @DateOrInstant @Nullable String createdTo,

        @Schema(allowableValues = {"relevance", "-createdAt", "createdAt", "-price", "price"})
        @Pattern(
                regexp = "relevance|-?createdAt|-?price",
                message = "must be relevance, createdAt, price, -createdAt or -price")
        @Nullable
        String sort) {

    SearchQuery toQuery() {
        var created = TimeRange.of(createdFrom, createdTo);
        new RangeCheck()
                .check("price", priceFrom, priceTo)
                .check("created", created.from(), created.to())
                .throwIfInvalid();
        return new SearchQuery("cached_orders", q, _ -> Set.of(), OrdersOrder.NEWEST_FIRST)
                .where("status = :status", "status", status)
                .where("currency = :currency", "currency", currency)
                .where("price >= :priceFrom", "priceFrom", priceFrom)
                .where("price <= :priceTo", "priceTo", priceTo)
                .where("person_id = :person", "person", person)
                .within(OrdersOrder.CREATED, "created", created)
                .orderedBy(OrdersOrder.of(sort));
    }

    /** Whether a change of an order may have changed whether it matches. */
    boolean filtersWhatChanges() {
        return status != null || currency != null || priceFrom != null || priceTo != null;
    }
}

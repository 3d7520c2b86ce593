package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in Leeloo's JSON: in a list, in a person or in detail. */
record OrderWire(
        String id,

        @JsonProperty("person_id") @JsonAlias("personId") @Nullable
        String personId,

        @Nullable String title,
        @Nullable String description,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String paymentMethod,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @JsonAlias("updated_at") @Nullable Instant updatedAt) {

    Order toOrder() {
        return new Order(
                id,
                personId,
                title,
                LeelooJson.defined(description),
                price,
                currency,
                status,
                LeelooJson.defined(paymentMethod),
                createdAt,
                updatedAt);
    }
}

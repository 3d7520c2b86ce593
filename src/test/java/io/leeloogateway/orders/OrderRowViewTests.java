package io.leeloogateway.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderRowViewTests {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void orderWithAllFieldsIsComplete() {
        assertThat(OrderRowView.of(order("p1", AT)).incomplete()).isNull();
    }

    @Test
    void fieldsThatLeelooLeavesOutAreListedAsIncomplete() {
        assertThat(OrderRowView.of(order(null, null)).incomplete()).containsExactly("personId", "createdAt");
    }

    @Test
    void orderOfAPersonLacksItsTimeOfCreation() {
        assertThat(OrderRowView.of(order(null, null), "p1").incomplete()).containsExactly("createdAt");
    }

    private static Order order(@Nullable String personId, @Nullable Instant createdAt) {
        return new Order("o1", personId, "Course", null, new BigDecimal("100"), "UAH", "OPENED", null, createdAt, AT);
    }
}

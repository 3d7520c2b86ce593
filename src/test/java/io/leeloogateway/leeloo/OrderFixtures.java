package io.leeloogateway.leeloo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The orders of the recorded samples. */
final class OrderFixtures {

    static final List<Order> ROWS = List.of(
            new Order(
                    Known.ORDER,
                    Known.ANNA,
                    "Course",
                    null,
                    new BigDecimal("1990.50"),
                    "UAH",
                    "OPENED",
                    null,
                    Known.THEN,
                    Known.THEN),
            new Order(
                    "64a000000000000000001102",
                    Known.ANNA,
                    null,
                    null,
                    new BigDecimal("100"),
                    "XTS",
                    "ON_THE_MOON",
                    null,
                    Known.LONG_AGO,
                    Known.LONG_AGO),
            new Order(
                    "64a000000000000000001103",
                    "64a000000000000000001802",
                    "Gift",
                    null,
                    null,
                    null,
                    "SUCCESS",
                    null,
                    Known.LONG_AGO,
                    null));

    static final Order DETAIL = new Order(
            Known.ORDER,
            null,
            "Course",
            "Ten lessons",
            new BigDecimal("1990.5"),
            "USD",
            "RESOLVED",
            "WAYFORPAY",
            Known.THEN,
            Instant.parse("2026-01-14T09:00:00Z"));

    private OrderFixtures() {}
}

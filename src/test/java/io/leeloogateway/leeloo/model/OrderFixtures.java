package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The orders in the recorded responses. */
public final class OrderFixtures {

    public static final List<Order> ROWS = List.of(
            new Order(
                    SampleIds.ORDER,
                    SampleIds.ANNA,
                    "Course",
                    null,
                    new BigDecimal("1990.50"),
                    "UAH",
                    "OPENED",
                    null,
                    SampleIds.THEN,
                    SampleIds.THEN),
            new Order(
                    "64a000000000000000001102",
                    SampleIds.ANNA,
                    null,
                    null,
                    new BigDecimal("100"),
                    "XTS",
                    "ON_THE_MOON",
                    null,
                    SampleIds.LONG_AGO,
                    SampleIds.LONG_AGO),
            new Order(
                    "64a000000000000000001103",
                    "64a000000000000000001802",
                    "Gift",
                    null,
                    null,
                    null,
                    "SUCCESS",
                    null,
                    SampleIds.LONG_AGO,
                    null));

    public static final Order DETAIL = new Order(
            SampleIds.ORDER,
            null,
            "Course",
            "Ten lessons",
            new BigDecimal("1990.5"),
            "USD",
            "RESOLVED",
            "WAYFORPAY",
            SampleIds.THEN,
            Instant.parse("2026-01-14T09:00:00Z"));

    private OrderFixtures() {}
}

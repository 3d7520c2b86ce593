package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;

/** What came of a tunnel, or of all of them; money in USD. */
public record TunnelStatistics(
        long subscribers,
        long uniqueSubscribers,
        long orders,
        long sales,
        long uniqueSales,
        long visits,
        long uniqueVisits,
        long shows,
        long uniqueShows,
        BigDecimal totalSales,
        BigDecimal totalExpenses) {}

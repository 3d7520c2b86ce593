package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;

/** The statistics of one tunnel or of all tunnels. Amounts are in USD. */
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

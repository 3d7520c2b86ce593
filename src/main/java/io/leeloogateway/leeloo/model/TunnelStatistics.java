package io.leeloogateway.leeloo.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The statistics of one tunnel or of all tunnels. Amounts are in USD; null is unknown. */
public record TunnelStatistics(
        @Nullable Long subscribers,
        @Nullable Long uniqueSubscribers,
        @Nullable Long orders,
        @Nullable Long sales,
        @Nullable Long uniqueSales,
        @Nullable Long visits,
        @Nullable Long uniqueVisits,
        @Nullable Long shows,
        @Nullable Long uniqueShows,
        @Nullable BigDecimal totalSales,
        @Nullable BigDecimal totalExpenses) {}

package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of statistics in Leeloo's JSON. */
record StatisticsWire(
        @Nullable Long subscribers,
        @Nullable Long uniqSubscribers,
        @Nullable Long orders,
        @Nullable Long sales,
        @Nullable Long uniqSales,
        @Nullable Long visits,
        @Nullable Long uniqVisits,
        @Nullable Long shows,
        @Nullable Long uniqShows,
        @Nullable BigDecimal totalSale,
        @Nullable BigDecimal totalExpenses) {

    TunnelStatistics toStatistics() {
        return new TunnelStatistics(
                subscribers,
                uniqSubscribers,
                orders,
                sales,
                uniqSales,
                visits,
                uniqVisits,
                shows,
                uniqShows,
                totalSale,
                totalExpenses);
    }
}

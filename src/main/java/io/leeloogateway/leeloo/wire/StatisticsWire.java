package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of statistics in Leeloo's JSON. */
record StatisticsWire(
        long subscribers,
        long uniqSubscribers,
        long orders,
        long sales,
        long uniqSales,
        long visits,
        long uniqVisits,
        long shows,
        long uniqShows,
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
                Objects.requireNonNullElse(totalSale, BigDecimal.ZERO),
                Objects.requireNonNullElse(totalExpenses, BigDecimal.ZERO));
    }
}

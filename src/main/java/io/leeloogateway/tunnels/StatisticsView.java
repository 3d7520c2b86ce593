package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a tunnel or of all tunnels. Amounts are in USD.
 *
 * @param subscribers number of subscriptions
 * @param uniqueSubscribers number of people who subscribed
 * @param orders number of orders
 * @param sales number of paid orders
 * @param uniqueSales number of people who paid
 * @param visits number of visits to the lead generation tools
 * @param uniqueVisits number of people who visited a lead generation tool
 * @param shows number of times the lead generation tools were shown
 * @param uniqueShows number of people to whom a lead generation tool was shown
 * @param totalSales sum of all payments, in USD
 * @param totalExpenses sum of all expenses, in USD
 */
record StatisticsView(
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
        @Nullable BigDecimal totalExpenses) {

    static StatisticsView of(TunnelStatistics statistics) {
        return new StatisticsView(
                statistics.subscribers(),
                statistics.uniqueSubscribers(),
                statistics.orders(),
                statistics.sales(),
                statistics.uniqueSales(),
                statistics.visits(),
                statistics.uniqueVisits(),
                statistics.shows(),
                statistics.uniqueShows(),
                statistics.totalSales(),
                statistics.totalExpenses());
    }
}

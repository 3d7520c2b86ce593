package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.math.BigDecimal;

/**
 * What came of a tunnel, or of all of them; money in USD.
 *
 * @param subscribers how many subscriptions there were
 * @param uniqueSubscribers how many people subscribed
 * @param orders how many orders were made
 * @param sales how many orders were paid
 * @param uniqueSales how many people paid
 * @param visits how often an entry point was visited
 * @param uniqueVisits how many people visited one
 * @param shows how often an entry point was shown
 * @param uniqueShows to how many people one was shown
 * @param totalSales what was paid, in USD
 * @param totalExpenses what was spent, in USD
 */
record StatisticsView(
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
        BigDecimal totalExpenses) {

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

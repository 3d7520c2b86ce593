package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Statistics of a tunnel, calculated from its visits and its manual subscriptions. */
public final class TunnelStats {

    private final int visits;
    private int manualSubscriptions;

    public TunnelStats(int visits) {
        this.visits = visits;
    }

    public void countSubscription() {
        manualSubscriptions++;
    }

    public ObjectNode json() {
        var sales = visits / 40;
        return JsonBuilder.object()
                .put("subscribers", visits / 4 + manualSubscriptions)
                .put("uniqSubscribers", visits / 5 + manualSubscriptions)
                .put("orders", visits / 20)
                .put("sales", sales)
                .put("uniqSales", sales * 9 / 10)
                .put("visits", visits)
                .put("uniqVisits", visits * 8 / 10)
                .put("shows", visits * 3)
                .put("uniqShows", visits * 2)
                .put("totalSale", BigDecimal.valueOf(sales * 9_950L, 2))
                .put("totalExpenses", BigDecimal.valueOf(visits * 12L, 1));
    }
}

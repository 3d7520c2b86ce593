package io.leeloogateway.tunnels;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.TunnelStatistics;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTunnelStatistics;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads tunnels and their statistics, creates traffic sources. */
@Service
class Tunnels {

    private final LeelooCache cache;
    private final Operations operations;

    Tunnels(LeelooCache cache, Operations operations) {
        this.cache = cache;
        this.operations = operations;
    }

    OffsetPage<TunnelRowView> list(OffsetPageRequest paging) {
        return cache.read(new ListTunnels(paging)).map(TunnelRowView::of);
    }

    TunnelView find(String tunnelId) {
        return TunnelView.of(cache.read(new FindTunnel(tunnelId)));
    }

    Items<StatisticsView> listStatistics() {
        return toItems(cache.read(new ListStatistics()));
    }

    Items<StatisticsView> findStatistics(String tunnelId) {
        return toItems(cache.read(new ListTunnelStatistics(tunnelId)));
    }

    TrafficSourceView createTrafficSource(String toolId, TrafficSourceForm form) {
        return TrafficSourceView.of(operations.execute(form.toChange(toolId)));
    }

    private static Items<StatisticsView> toItems(List<TunnelStatistics> statistics) {
        return new Items<>(statistics.stream().map(StatisticsView::of).toList());
    }
}

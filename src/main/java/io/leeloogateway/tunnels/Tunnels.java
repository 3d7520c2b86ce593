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

/** The tunnels of the company. */
@Service
class Tunnels {

    private final LeelooCache mirror;
    private final Operations operations;

    Tunnels(LeelooCache mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    OffsetPage<TunnelRowView> list(OffsetPageRequest paging) {
        return mirror.read(new ListTunnels(paging)).map(TunnelRowView::of);
    }

    TunnelView find(String tunnelId) {
        return TunnelView.of(mirror.read(new FindTunnel(tunnelId)));
    }

    Items<StatisticsView> statistics() {
        return view(mirror.read(new ListStatistics()));
    }

    Items<StatisticsView> statisticsOf(String tunnelId) {
        return view(mirror.read(new ListTunnelStatistics(tunnelId)));
    }

    TrafficSourceView addTrafficSource(String toolId, TrafficSourceForm form) {
        return TrafficSourceView.of(operations.execute(form.toChange(toolId)));
    }

    private static Items<StatisticsView> view(List<TunnelStatistics> statistics) {
        return new Items<>(statistics.stream().map(StatisticsView::of).toList());
    }
}

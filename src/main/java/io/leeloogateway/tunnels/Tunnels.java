package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.FindTunnel;
import io.leeloogateway.leeloo.ListStatistics;
import io.leeloogateway.leeloo.ListTunnelStatistics;
import io.leeloogateway.leeloo.ListTunnels;
import io.leeloogateway.leeloo.TunnelStatistics;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.util.List;
import org.springframework.stereotype.Service;

/** The tunnels of the company. */
@Service
class Tunnels {

    private final Mirror mirror;
    private final Operations operations;

    Tunnels(Mirror mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    Page<TunnelRowView> list(Paging paging) {
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

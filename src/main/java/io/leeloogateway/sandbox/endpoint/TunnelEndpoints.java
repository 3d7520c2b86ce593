package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Tool;
import io.leeloogateway.sandbox.state.Tunnel;
import java.util.List;
import java.util.Locale;

/** Leeloo endpoints 10 and 24 to 27. */
final class TunnelEndpoints {

    private static final long HASHES = 36L * 36 * 36 * 36 * 36 * 36;

    private TunnelEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("POST", "/leadgentools/*/create-traffic-source", TunnelEndpoints::createSource);
        endpoints.add("GET", "/tunnels", TunnelEndpoints::list);
        endpoints.add("GET", "/tunnels/stats", TunnelEndpoints::allStats);
        endpoints.add("GET", "/tunnels/*", TunnelEndpoints::find);
        endpoints.add("GET", "/tunnels/*/stats", TunnelEndpoints::stats);
    }

    private static Reply createSource(SandboxState state, WireCall call) {
        var tool = state.tools.get(call.id());
        long number = state.ids.next(IdKind.SOURCE);
        return Reply.data(JsonBuilder.object()
                .put("id", IdKind.SOURCE.id(number))
                .put("type", "normal")
                .put("name", call.body().text("name", ""))
                .put("description", call.body().text("description", ""))
                .put("disabled", false)
                .put("company_id", IdKind.COMPANY.id(1))
                .put("leadgentool_id", tool.id())
                .put("tunnel_id", tool.tunnelId())
                .put("created_by", IdKind.USER.id(1))
                .put("hash", hash(number))
                .putNull("resubscribe_button_id")
                .putNull("fb_adset_id")
                .put("synchronized_with_fb", false)
                .put("synchronization_error", false)
                .put("createdAt", LeelooDates.format(call.now()))
                .put("updatedAt", LeelooDates.format(call.now())));
    }

    private static Reply list(SandboxState state, WireCall call) {
        return ListPage.of(state.tunnels.all(), call, Tunnel::row);
    }

    private static Reply find(SandboxState state, WireCall call) {
        var tunnel = state.tunnels.get(call.id());
        var data = tunnel.row();
        data.putObject("links")
                .set(
                        "leadgentools",
                        JsonBuilder.array(tunnel.tools(), it -> JsonBuilder.link("leadgentools", it.id())));
        var linked = JsonBuilder.object();
        if (call.includes("leadgentools")) {
            linked.set("leadgentools", JsonBuilder.array(tunnel.tools(), Tool::json));
        }
        return Reply.data(data).with("linked", linked);
    }

    private static Reply allStats(SandboxState state, WireCall call) {
        return Reply.data(
                JsonBuilder.array(state.tunnels.all(), it -> it.stats().json()));
    }

    private static Reply stats(SandboxState state, WireCall call) {
        var row = state.tunnels.get(call.id()).stats().json();
        return Reply.data(JsonBuilder.array(List.of(row), it -> it));
    }

    /** Six base-36 characters. */
    private static String hash(long number) {
        var digits = Long.toString(number * 1_000_003_577L % HASHES, 36);
        return String.format(Locale.ROOT, "%6s", digits).replace(' ', '0');
    }
}

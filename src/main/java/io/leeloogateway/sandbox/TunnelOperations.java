package io.leeloogateway.sandbox;

import java.util.List;
import java.util.Locale;

/** Operations 10 and 24 to 27. */
final class TunnelOperations {

    private static final long HASHES = 36L * 36 * 36 * 36 * 36 * 36;

    private TunnelOperations() {}

    static void addTo(Routes routes) {
        routes.add("POST", "/leadgentools/*/create-traffic-source", TunnelOperations::createSource);
        routes.add("GET", "/tunnels", TunnelOperations::list);
        routes.add("GET", "/tunnels/stats", TunnelOperations::allStats);
        routes.add("GET", "/tunnels/*", TunnelOperations::find);
        routes.add("GET", "/tunnels/*/stats", TunnelOperations::stats);
    }

    private static Reply createSource(Company company, WireCall call) {
        var tool = company.tools.get(call.id());
        long number = company.numbers.next(Kind.SOURCE);
        return Reply.data(Json.object()
                .put("id", Kind.SOURCE.id(number))
                .put("type", "normal")
                .put("name", call.body().text("name", ""))
                .put("description", call.body().text("description", ""))
                .put("disabled", false)
                .put("company_id", Kind.COMPANY.id(1))
                .put("leadgentool_id", tool.id())
                .put("tunnel_id", tool.tunnelId())
                .put("created_by", Kind.USER.id(1))
                .put("hash", hash(number))
                .putNull("resubscribe_button_id")
                .putNull("fb_adset_id")
                .put("synchronized_with_fb", false)
                .put("synchronization_error", false)
                .put("createdAt", Dates.wire(call.now()))
                .put("updatedAt", Dates.wire(call.now())));
    }

    private static Reply list(Company company, WireCall call) {
        return Page.of(company.tunnels.all(), call, Tunnel::row);
    }

    private static Reply find(Company company, WireCall call) {
        var tunnel = company.tunnels.get(call.id());
        var data = tunnel.row();
        data.putObject("links")
                .set("leadgentools", Json.array(tunnel.tools(), it -> Json.link("leadgentools", it.id())));
        var linked = Json.object();
        if (call.includes("leadgentools")) {
            linked.set("leadgentools", Json.array(tunnel.tools(), Tool::json));
        }
        return Reply.data(data).with("linked", linked);
    }

    private static Reply allStats(Company company, WireCall call) {
        return Reply.data(Json.array(company.tunnels.all(), it -> it.stats().json()));
    }

    private static Reply stats(Company company, WireCall call) {
        var row = company.tunnels.get(call.id()).stats().json();
        return Reply.data(Json.array(List.of(row), it -> it));
    }

    /** Six base-36 characters. */
    private static String hash(long number) {
        var digits = Long.toString(number * 1_000_003_577L % HASHES, 36);
        return String.format(Locale.ROOT, "%6s", digits).replace(' ', '0');
    }
}

package io.leeloogateway.sandbox;

/** Operations 6 to 9. */
final class ChannelOperations {

    private ChannelOperations() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/communication-channels", ChannelOperations::list);
        routes.add("GET", "/communication-channels/*/person", ChannelOperations::person);
        routes.add("POST", "/communication-channels/*/manual-subscribe", ChannelOperations::subscribe);
        routes.add("GET", "/connections", ChannelOperations::connections);
    }

    private static Reply list(Company company, WireCall call) {
        var wanted = LastMessage.of(call);
        var channels = company.channels.all().stream()
                .filter(it -> wanted.admits(it.lastMessageAt()))
                .toList();
        return Page.of(channels, call, it -> it.row(company.owner(it).name));
    }

    private static Reply person(Company company, WireCall call) {
        var person = company.owner(company.channels.get(call.id()));
        return Reply.data(PersonJson.detail(person, company)).with("included", Json.object());
    }

    private static Reply subscribe(Company company, WireCall call) {
        var channel = company.channels.get(call.id());
        var input = call.body().require("tunnel_id", "tunnel_block_id");
        var tunnel = company.tunnels.known(input.text("tunnel_id"), "tunnel_id");
        if (!tunnel.blockIds().contains(input.text("tunnel_block_id"))) {
            throw Refusal.wrongId("tunnel_block_id");
        }
        var person = company.owner(channel);
        person.subscriptions.add(new Subscription(tunnel, tunnel.tools().getFirst(), channel.id));
        person.updatedAt = call.now();
        tunnel.stats().subscribed();
        return Reply.done();
    }

    private static Reply connections(Company company, WireCall call) {
        var data = Json.object();
        data.set(
                "connections",
                Json.array(
                        company.connections.all(),
                        it -> Json.object()
                                .put("id", it.id())
                                .put("type", it.type())
                                .put("name", it.name())));
        return Reply.data(data);
    }
}

package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;

/** Operations 6 to 9. */
final class ChannelEndpoints {

    private ChannelEndpoints() {}

    static void addTo(EndpointTable routes) {
        routes.add("GET", "/communication-channels", ChannelEndpoints::list);
        routes.add("GET", "/communication-channels/*/person", ChannelEndpoints::person);
        routes.add("POST", "/communication-channels/*/manual-subscribe", ChannelEndpoints::subscribe);
        routes.add("GET", "/connections", ChannelEndpoints::connections);
    }

    private static Reply list(SandboxState company, WireCall call) {
        var wanted = LastMessageFilter.of(call);
        var channels = company.channels.all().stream()
                .filter(it -> wanted.admits(it.lastMessageAt()))
                .toList();
        return ListPage.of(channels, call, it -> it.row(company.owner(it).name));
    }

    private static Reply person(SandboxState company, WireCall call) {
        var person = company.owner(company.channels.get(call.id()));
        return Reply.data(PersonJson.detail(person, company)).with("included", JsonBuilder.object());
    }

    private static Reply subscribe(SandboxState company, WireCall call) {
        var channel = company.channels.get(call.id());
        var input = call.body().require("tunnel_id", "tunnel_block_id");
        var tunnel = company.tunnels.known(input.text("tunnel_id"), "tunnel_id");
        if (!tunnel.blockIds().contains(input.text("tunnel_block_id"))) {
            throw LeelooError.wrongId("tunnel_block_id");
        }
        var person = company.owner(channel);
        person.subscriptions.add(new Subscription(tunnel, tunnel.tools().getFirst(), channel.id));
        person.updatedAt = call.now();
        tunnel.stats().subscribed();
        return Reply.done();
    }

    private static Reply connections(SandboxState company, WireCall call) {
        var data = JsonBuilder.object();
        data.set(
                "connections",
                JsonBuilder.array(
                        company.connections.all(),
                        it -> JsonBuilder.object()
                                .put("id", it.id())
                                .put("type", it.type())
                                .put("name", it.name())));
        return Reply.data(data);
    }
}

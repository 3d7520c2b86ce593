package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;

/** Leeloo endpoints 6 to 9. */
final class ChannelEndpoints {

    private ChannelEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("GET", "/communication-channels", ChannelEndpoints::list);
        endpoints.add("GET", "/communication-channels/*/person", ChannelEndpoints::person);
        endpoints.add("POST", "/communication-channels/*/manual-subscribe", ChannelEndpoints::subscribe);
        endpoints.add("GET", "/connections", ChannelEndpoints::connections);
    }

    private static Reply list(SandboxState state, WireCall call) {
        var lastMessage = LastMessageFilter.of(call);
        var channels = state.channels.all().stream()
                .filter(it -> lastMessage.matches(it.lastMessageAt()))
                .toList();
        return ListPage.of(channels, call, it -> it.row(state.personOf(it).name));
    }

    private static Reply person(SandboxState state, WireCall call) {
        var person = state.personOf(state.channels.get(call.id()));
        return Reply.data(PersonJson.detail(person, state)).with("included", JsonBuilder.object());
    }

    private static Reply subscribe(SandboxState state, WireCall call) {
        var channel = state.channels.get(call.id());
        var input = call.body().require("tunnel_id", "tunnel_block_id");
        var tunnel = state.tunnels.getReferenced(input.text("tunnel_id"), "tunnel_id");
        if (!tunnel.blockIds().contains(input.text("tunnel_block_id"))) {
            throw LeelooError.wrongId("tunnel_block_id");
        }
        var person = state.personOf(channel);
        person.subscriptions.add(new Subscription(tunnel, tunnel.tools().getFirst(), channel.id));
        person.updatedAt = call.now();
        tunnel.stats().countSubscription();
        return Reply.done();
    }

    private static Reply connections(SandboxState state, WireCall call) {
        var data = JsonBuilder.object();
        data.set(
                "connections",
                JsonBuilder.array(
                        state.connections.all(),
                        it -> JsonBuilder.object()
                                .put("id", it.id())
                                .put("type", it.type())
                                .put("name", it.name())));
        return Reply.data(data);
    }
}

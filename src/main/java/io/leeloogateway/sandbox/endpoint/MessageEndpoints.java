package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.RequestFields;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Message;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.LinkedHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Leeloo endpoints 3 to 5. */
final class MessageEndpoints {

    private MessageEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("POST", "/messages/send-template", MessageEndpoints::sendTemplate);
        endpoints.add("POST", "/messages/send-message", MessageEndpoints::sendMessage);
        endpoints.add("GET", "/communication-channels/*/chat-messages", MessageEndpoints::chat);
    }

    private static Reply sendTemplate(SandboxState state, WireCall call) {
        var input = call.body().require("account_id", "template_id");
        var channel = state.channels.getReferenced(input.text("account_id"), "account_id");
        var template = state.templates.getReferenced(input.text("template_id"), "template_id");
        var variables = new LinkedHashMap<String, String>();
        if (input.fields().path("variables") instanceof ObjectNode given) {
            given.properties()
                    .forEach(it -> variables.put(it.getKey(), new RequestFields(given).text(it.getKey(), "")));
        }
        return sent(state, call, channel, template.filled(variables));
    }

    private static Reply sendMessage(SandboxState state, WireCall call) {
        var input = call.body().require("account_id", "text");
        var channel = state.channels.getReferenced(input.text("account_id"), "account_id");
        return sent(state, call, channel, input.text("text", ""));
    }

    private static Reply sent(SandboxState state, WireCall call, Channel channel, String text) {
        var id = state.ids.nextId(IdKind.MESSAGE);
        channel.messages.addFirst(new Message(id, text, Message.FROM_COMPANY, false, call.now()));
        return Reply.done();
    }

    private static Reply chat(SandboxState state, WireCall call) {
        return ListPage.of(state.channels.get(call.id()).messages, call, Message::row);
    }
}

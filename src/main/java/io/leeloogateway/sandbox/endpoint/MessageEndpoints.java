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

/** Operations 3 to 5. */
final class MessageEndpoints {

    private MessageEndpoints() {}

    static void addTo(EndpointTable routes) {
        routes.add("POST", "/messages/send-template", MessageEndpoints::sendTemplate);
        routes.add("POST", "/messages/send-message", MessageEndpoints::sendMessage);
        routes.add("GET", "/communication-channels/*/chat-messages", MessageEndpoints::chat);
    }

    private static Reply sendTemplate(SandboxState company, WireCall call) {
        var input = call.body().require("account_id", "template_id");
        var channel = company.channels.known(input.text("account_id"), "account_id");
        var template = company.templates.known(input.text("template_id"), "template_id");
        var variables = new LinkedHashMap<String, String>();
        if (input.fields().path("variables") instanceof ObjectNode given) {
            given.properties()
                    .forEach(it -> variables.put(it.getKey(), new RequestFields(given).text(it.getKey(), "")));
        }
        return sent(company, call, channel, template.filled(variables));
    }

    private static Reply sendMessage(SandboxState company, WireCall call) {
        var input = call.body().require("account_id", "text");
        var channel = company.channels.known(input.text("account_id"), "account_id");
        return sent(company, call, channel, input.text("text", ""));
    }

    private static Reply sent(SandboxState company, WireCall call, Channel channel, String text) {
        var id = company.numbers.nextId(IdKind.MESSAGE);
        channel.messages.addFirst(new Message(id, text, Message.FROM_COMPANY, false, call.now()));
        return Reply.done();
    }

    private static Reply chat(SandboxState company, WireCall call) {
        return ListPage.of(company.channels.get(call.id()).messages, call, Message::row);
    }
}

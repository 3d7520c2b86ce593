package io.leeloogateway.sandbox;

import java.util.LinkedHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Operations 3 to 5. */
final class MessageOperations {

    private MessageOperations() {}

    static void addTo(Routes routes) {
        routes.add("POST", "/messages/send-template", MessageOperations::sendTemplate);
        routes.add("POST", "/messages/send-message", MessageOperations::sendMessage);
        routes.add("GET", "/communication-channels/*/chat-messages", MessageOperations::chat);
    }

    private static Reply sendTemplate(Company company, WireCall call) {
        var input = call.body().require("account_id", "template_id");
        var channel = company.channels.known(input.text("account_id"), "account_id");
        var template = company.templates.known(input.text("template_id"), "template_id");
        var variables = new LinkedHashMap<String, String>();
        if (input.fields().path("variables") instanceof ObjectNode given) {
            given.properties().forEach(it -> variables.put(it.getKey(), new Input(given).text(it.getKey(), "")));
        }
        return sent(company, call, channel, template.filled(variables));
    }

    private static Reply sendMessage(Company company, WireCall call) {
        var input = call.body().require("account_id", "text");
        var channel = company.channels.known(input.text("account_id"), "account_id");
        return sent(company, call, channel, input.text("text", ""));
    }

    private static Reply sent(Company company, WireCall call, Channel channel, String text) {
        var id = company.numbers.nextId(Kind.MESSAGE);
        channel.messages.addFirst(new Message(id, text, Message.FROM_COMPANY, false, call.now()));
        return Reply.done();
    }

    private static Reply chat(Company company, WireCall call) {
        return Page.of(company.channels.get(call.id()).messages, call, Message::row);
    }
}

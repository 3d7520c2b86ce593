package io.leeloogateway.channels;

import io.leeloogateway.leeloo.ListMessages;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import org.springframework.stereotype.Service;

/** The messages of a channel's chat. */
@Service
class Messages {

    private final Mirror mirror;
    private final Operations operations;

    Messages(Mirror mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    Page<MessageView> list(String channelId, Paging paging) {
        var messages = mirror.read(new ListMessages(channelId, paging));
        var owner = mirror.ownerOf(channelId).orElse(null);
        return messages.map(message -> MessageView.of(message, owner));
    }

    void send(String channelId, MessageForm form) {
        operations.execute(form.toChange(channelId));
    }

    void sendTemplate(String channelId, TemplateMessageForm form) {
        operations.execute(form.toChange(channelId));
    }
}

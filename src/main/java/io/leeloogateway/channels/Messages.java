package io.leeloogateway.channels;

import io.leeloogateway.leeloo.ListMessages;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import io.leeloogateway.request.RequestContext;
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

    /** A message does not say whose it is, which the diary is to know. */
    Page<MessageView> list(String channelId, Paging paging) {
        var messages = mirror.read(new ListMessages(channelId, paging));
        if (!messages.items().isEmpty()) {
            var owner = mirror.ownerOf(channelId);
            RequestContext.current().notes().tells(owner.stream().toList());
        }
        return messages.map(MessageView::of);
    }

    void send(String channelId, MessageForm form) {
        operations.execute(form.toChange(channelId));
    }

    void sendTemplate(String channelId, TemplateMessageForm form) {
        operations.execute(form.toChange(channelId));
    }
}

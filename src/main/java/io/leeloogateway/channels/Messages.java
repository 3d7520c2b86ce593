package io.leeloogateway.channels;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Service;

/** The messages of a channel's chat. */
@Service
class Messages {

    private final LeelooCache mirror;
    private final Operations operations;

    Messages(LeelooCache mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    /** A message does not say whose it is, which the diary is to know. */
    OffsetPage<MessageView> list(String channelId, OffsetPageRequest paging) {
        var messages = mirror.read(new ListMessages(channelId, paging));
        if (!messages.items().isEmpty()) {
            var owner = mirror.findPersonIdByChannel(channelId);
            RequestContext.current().audit().addSubjects(owner.stream().toList());
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

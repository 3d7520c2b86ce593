package io.leeloogateway.channels;

import io.leeloogateway.cache.CachedPersonIds;
import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Service;

/** Reads and sends the messages of a channel. */
@Service
class Messages {

    private final LeelooCache cache;
    private final CachedPersonIds personIds;
    private final Operations operations;

    Messages(LeelooCache cache, CachedPersonIds personIds, Operations operations) {
        this.cache = cache;
        this.personIds = personIds;
        this.operations = operations;
    }

    /** Adds the person to the audit log, because a message does not contain its person. */
    OffsetPage<MessageView> list(String channelId, OffsetPageRequest paging) {
        var messages = cache.read(new ListMessages(channelId, paging));
        if (!messages.items().isEmpty()) {
            var owner = personIds.findByChannel(channelId);
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

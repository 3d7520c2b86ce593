package io.leeloogateway.channels;

import static io.leeloogateway.request.Route.Kind.CHANGE;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes to messages. */
@RestController
@Tag(name = "Messages")
@RequestMapping("/api/v1")
class MessagesController {

    private final Messages messages;

    MessagesController(Messages messages) {
        this.messages = messages;
    }

    /**
     * Lists the messages of a channel, newest first. Leeloo operation 5.
     *
     * @param channelId the channel's id, 24 lower-case hex characters; not a person's
     * @return a page of messages
     */
    @GetMapping("/channels/{channelId}/messages")
    @Route(action = "messages.list", scope = "messages:read")
    OffsetPage<MessageView> listMessages(
            @PathVariable @LeelooId String channelId, @ParameterObject @Valid OffsetPageRequest paging) {
        return messages.list(channelId, paging);
    }

    /**
     * Sends a text to a channel. Leeloo takes it without telling the message's id; Leeloo operation 4.
     *
     * @param channelId the channel's id, 24 lower-case hex characters; not a person's
     */
    @PostMapping("/channels/{channelId}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "messages.send", scope = "messages:send", kind = CHANGE)
    void sendMessage(@PathVariable @LeelooId String channelId, @RequestBody @Valid MessageForm form) {
        messages.send(channelId, form);
    }

    /**
     * Sends a template to a channel. Leeloo takes it without telling the message's id; Leeloo operation 3.
     *
     * @param channelId the channel's id, 24 lower-case hex characters; not a person's
     */
    @PostMapping("/channels/{channelId}/template-messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "messages.sendTemplate", scope = "messages:send", kind = CHANGE)
    void sendTemplateMessage(@PathVariable @LeelooId String channelId, @RequestBody @Valid TemplateMessageForm form) {
        messages.sendTemplate(channelId, form);
    }
}

package io.leeloogateway.channels;

import static io.leeloogateway.request.Route.Kind.CHANGE;
import static io.leeloogateway.request.Route.Kind.READ;

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

/** Routes for messages. */
@RestController
@Tag(name = "Messages")
@RequestMapping("/api/v1")
class MessagesController {

    private final Messages messages;

    MessagesController(Messages messages) {
        this.messages = messages;
    }

    /**
     * List the messages of a channel. The newest message is first. Leeloo endpoint 5.
     *
     * @param channelId id of the channel, 24 lower-case hex characters; not the id of a person
     * @return a page of messages
     */
    @GetMapping("/channels/{channelId}/messages")
    @Route(action = "messages.list", scope = "messages:read", kind = READ)
    OffsetPage<MessageView> listMessages(
            @PathVariable @LeelooId String channelId, @ParameterObject @Valid OffsetPageRequest paging) {
        return messages.list(channelId, paging);
    }

    /**
     * Send a text message to a channel. Leeloo does not return the id of the message. Leeloo endpoint 4.
     *
     * @param channelId id of the channel, 24 lower-case hex characters; not the id of a person
     */
    @PostMapping("/channels/{channelId}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "messages.send", scope = "messages:send", kind = CHANGE)
    void sendMessage(@PathVariable @LeelooId String channelId, @RequestBody @Valid MessageForm form) {
        messages.send(channelId, form);
    }

    /**
     * Send a template message to a channel. Leeloo does not return the id of the message. Leeloo endpoint 3.
     *
     * @param channelId id of the channel, 24 lower-case hex characters; not the id of a person
     */
    @PostMapping("/channels/{channelId}/template-messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "messages.sendTemplate", scope = "messages:send", kind = CHANGE)
    void sendTemplateMessage(@PathVariable @LeelooId String channelId, @RequestBody @Valid TemplateMessageForm form) {
        messages.sendTemplate(channelId, form);
    }
}

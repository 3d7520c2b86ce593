package io.leeloogateway.channels;

import static io.leeloogateway.request.Route.Kind.CHANGE;
import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Items;
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

/** Routes for channels and connections. */
@RestController
@Tag(name = "Channels")
@RequestMapping("/api/v1")
class ChannelsController {

    private final Channels channels;

    ChannelsController(Channels channels) {
        this.channels = channels;
    }

    /**
     * List channels. A channel is the conversation with one person in one messenger; a person can have several. Leeloo endpoint 6.
     *
     * @return a page of channels
     */
    @GetMapping("/channels")
    @Route(action = "channels.list", scope = "channels:read", kind = READ)
    OffsetPage<ChannelView> listChannels(
            @ParameterObject @Valid ChannelFilter filter, @ParameterObject @Valid OffsetPageRequest paging) {
        return channels.list(filter, paging);
    }

    /**
     * List connections. The own bots, numbers and e-mail senders of the company, through which channels reach people. Leeloo endpoint 9.
     *
     * @return all connections
     */
    @GetMapping("/connections")
    @Route(action = "channels.listConnections", scope = "channels:read", kind = READ)
    Items<ConnectionView> listConnections() {
        return channels.listConnections();
    }

    /**
     * Subscribe a channel to a tunnel. The subscription starts at the given block. Leeloo endpoint 8.
     *
     * @param channelId id of the channel, 24 lower-case hex characters; not the id of a person
     */
    @PostMapping("/channels/{channelId}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "channels.subscribe", scope = "channels:write", kind = CHANGE)
    void subscribe(@PathVariable @LeelooId String channelId, @RequestBody @Valid SubscriptionForm form) {
        channels.subscribe(channelId, form);
    }
}

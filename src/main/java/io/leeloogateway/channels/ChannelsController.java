package io.leeloogateway.channels;

import static io.leeloogateway.request.Route.Kind.CHANGE;

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

/** The routes to channels. */
@RestController
@Tag(name = "Channels")
@RequestMapping("/api/v1")
class ChannelsController {

    private final Channels channels;

    ChannelsController(Channels channels) {
        this.channels = channels;
    }

    /**
     * Lists channels. Leeloo operation 6.
     *
     * @return a page of channels
     */
    @GetMapping("/channels")
    @Route(action = "channels.list", scope = "channels:read")
    OffsetPage<ChannelView> listChannels(
            @ParameterObject @Valid ChannelFilter filter, @ParameterObject @Valid OffsetPageRequest paging) {
        return channels.list(filter, paging);
    }

    /**
     * Lists the company's own bots and mail senders. Leeloo operation 9.
     *
     * @return all connections
     */
    @GetMapping("/connections")
    @Route(action = "channels.listConnections", scope = "channels:read")
    Items<ConnectionView> listConnections() {
        return channels.connections();
    }

    /**
     * Puts a channel into a block of a tunnel. Leeloo operation 8.
     *
     * @param channelId the channel's id, 24 lower-case hex characters; not a person's
     */
    @PostMapping("/channels/{channelId}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "channels.subscribe", scope = "channels:write", kind = CHANGE)
    void subscribe(@PathVariable @LeelooId String channelId, @RequestBody @Valid SubscriptionForm form) {
        channels.subscribe(channelId, form);
    }
}

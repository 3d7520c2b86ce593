package io.leeloogateway.channels;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.Subscribe;
import jakarta.validation.constraints.NotNull;

/**
 * A new subscription of a channel.
 *
 * @param tunnelId id of the tunnel, 24 lower-case hex characters
 * @param blockId id of a block of the tunnel, from Leeloo's web pages; no endpoint lists blocks
 */
record SubscriptionForm(
        @NotNull @LeelooId String tunnelId,
        @NotNull @LeelooId String blockId) {

    Subscribe toChange(String channelId) {
        return new Subscribe(channelId, tunnelId, blockId);
    }
}

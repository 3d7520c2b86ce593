package io.leeloogateway.channels;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.Subscribe;
import jakarta.validation.constraints.NotNull;

/**
 * Where to put a channel.
 *
 * @param tunnelId the tunnel's id, 24 lower-case hex characters
 * @param blockId the id of the tunnel's block, from Leeloo's pages; no call lists them
 */
record SubscriptionForm(
        @NotNull @LeelooId String tunnelId,
        @NotNull @LeelooId String blockId) {

    Subscribe toChange(String channelId) {
        return new Subscribe(channelId, tunnelId, blockId);
    }
}

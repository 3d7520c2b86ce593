package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * How a person once came into a tunnel.
 *
 * @param tunnelId the tunnel
 * @param tunnelName its name
 * @param leadGenerationToolId the entry point
 * @param leadGenerationToolName its name
 * @param trafficSourceId the traffic source
 * @param trafficSourceName its name
 * @param channelId the channel that was subscribed
 */
record SubscriptionView(
        @Nullable String tunnelId,
        @Nullable String tunnelName,
        @Nullable String leadGenerationToolId,
        @Nullable String leadGenerationToolName,
        @Nullable String trafficSourceId,
        @Nullable String trafficSourceName,
        @Nullable String channelId) {

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.tunnelId(),
                subscription.tunnelName(),
                subscription.leadGenerationToolId(),
                subscription.leadGenerationToolName(),
                subscription.trafficSourceId(),
                subscription.trafficSourceName(),
                subscription.channelId());
    }
}

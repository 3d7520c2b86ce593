package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a person to a tunnel.
 *
 * @param tunnelId id of the tunnel
 * @param tunnelName name of the tunnel
 * @param leadGenerationToolId id of the lead generation tool
 * @param leadGenerationToolName name of the lead generation tool
 * @param trafficSourceId id of the traffic source
 * @param trafficSourceName name of the traffic source
 * @param channelId id of the subscribed channel
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

package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.model.Subscription;
import org.jspecify.annotations.Nullable;

/** An entry of a person's subscription history in Leeloo's JSON. */
record SubscriptionWire(
        @Nullable String tunnelName,
        @Nullable String leadgentoolName,
        @Nullable String trafficSource,
        @Nullable String tunnelId,
        @Nullable String leadgentoolId,
        @Nullable String trafficSourceId,
        @Nullable String accountId) {

    Subscription toSubscription() {
        return new Subscription(
                tunnelId, tunnelName, leadgentoolId, leadgentoolName, trafficSourceId, trafficSource, accountId);
    }
}

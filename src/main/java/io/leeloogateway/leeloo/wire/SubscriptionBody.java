package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Request body of Leeloo endpoint 8. */
record SubscriptionBody(
        @JsonProperty("tunnel_id") String tunnelId,
        @JsonProperty("tunnel_block_id") String blockId) {}

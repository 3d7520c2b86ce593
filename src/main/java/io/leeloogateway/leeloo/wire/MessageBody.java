package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of operation 4. */
record MessageBody(@JsonProperty("account_id") String channelId, String text) {}

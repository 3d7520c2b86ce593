package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Request body of Leeloo endpoint 4. */
record MessageBody(@JsonProperty("account_id") String channelId, String text) {}

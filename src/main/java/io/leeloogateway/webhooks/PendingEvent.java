package io.leeloogateway.webhooks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event whose order and person are to be fetched. */
record PendingEvent(
        UUID id, @Nullable String orderId, @Nullable String channelId, int attempts) {}

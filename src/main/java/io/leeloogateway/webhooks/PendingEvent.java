package io.leeloogateway.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event whose order and person are to be fetched.
 *
 * @param dueAt since when; another time if the event came again meanwhile
 */
record PendingEvent(
        UUID id, @Nullable String orderId, @Nullable String channelId, int attempts, Instant dueAt) {}

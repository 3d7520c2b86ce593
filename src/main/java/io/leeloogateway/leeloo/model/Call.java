package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded telephone call. The duration is in seconds. */
public record Call(
        String id,
        @Nullable String callId,
        @Nullable String userId,
        @Nullable String channelId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String type,
        @Nullable String status,
        @Nullable Long duration,
        @Nullable String recordLink,
        @Nullable Instant createdAt) {}

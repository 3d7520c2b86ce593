package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door knows of whom it lets in: who it is, how often it may come, when its key ends, if it has one that does, and when
 * this was read, on the monotonic clock.
 */
public record AuthenticatedClient(
        Caller caller, int requestsPerMinute, @Nullable Instant expiresAt, long readAt) {

    /** Of one whose limit stands in the settings and is the same always. */
    public AuthenticatedClient(Caller caller, int requestsPerMinute, @Nullable Instant expiresAt) {
        this(caller, requestsPerMinute, expiresAt, 0);
    }
}

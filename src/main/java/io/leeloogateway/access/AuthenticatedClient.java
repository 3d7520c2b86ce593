package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated client and its rate limit.
 *
 * @param expiresAt when its credential expires; null if never
 * @param readAtNanos when the limit was read, on the monotonic clock
 */
public record AuthenticatedClient(
        Caller caller, int requestsPerMinute, @Nullable Instant expiresAt, long readAtNanos) {

    /** A client with a fixed limit from the settings. */
    public AuthenticatedClient(Caller caller, int requestsPerMinute, @Nullable Instant expiresAt) {
        this(caller, requestsPerMinute, expiresAt, 0);
    }
}

package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.usage.RecentUsage;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller.
 *
 * @param clientId its id, opaque
 * @param name its name
 * @param scopes its scopes
 * @param key the API key of the request; null for a caller with another credential
 * @param limits its rate limit
 * @param usage its recent requests
 * @param betterRoutes the routes under {@code /api/v1} for its requests in Leeloo's own API
 */
record MeView(
        @Schema(example = "cl_4fGh2Kd81LmQ") String clientId,
        @Schema(example = "crm-export") String name,

        @ArraySchema(schema = @Schema(implementation = Scope.class))
        List<String> scopes,

        @Nullable Key key,
        Limit limits,
        RecentUsage usage,
        List<BetterRoute> betterRoutes) {

    static MeView of(AdmittedRequest admitted, RecentUsage usage, List<BetterRoute> betterRoutes, Instant now) {
        var client = admitted.client();
        var caller = client.caller();
        var key = caller.keyId() == null ? null : new Key(caller.keyId(), client.expiresAt());
        var scopes = caller.scopes().stream().sorted().toList();
        return new MeView(
                caller.clientId(),
                caller.name(),
                scopes,
                key,
                Limit.of(admitted.rateLimit(), now),
                usage,
                betterRoutes);
    }

    /**
     * An API key.
     *
     * @param id its id, opaque
     * @param expiresAt when it expires; null if never
     */
    @Schema(name = "CurrentApiKey")
    record Key(
            @Schema(example = "7Qm2ZpX4tB9c") String id,

            @Schema(example = "2027-11-23T00:00:00.000Z") @Nullable
            Instant expiresAt) {}

    /**
     * The rate limit of a client, shared by all its keys. A large body counts as another request for each 4 KiB.
     *
     * @param requestsPerMinute the number of requests allowed in a window of 60 seconds
     * @param remaining the number of requests left in this window, as known to this replica
     * @param resetsAt when this window ends; the next window starts with the next request
     */
    @Schema(name = "RateLimitStatus")
    record Limit(
            @Schema(example = "600") int requestsPerMinute,
            @Schema(example = "587") int remaining,
            @Schema(example = "2026-11-23T08:16:30.000Z") Instant resetsAt) {

        static Limit of(RateLimitStatus status, Instant now) {
            var end = now.plus(status.timeToReset()).truncatedTo(ChronoUnit.MILLIS);
            return new Limit(status.limit(), status.remaining(), end);
        }
    }
}

package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.usage.ActionUsage;
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
 * @param name what it is called
 * @param scopes what it may do
 * @param key the key it showed; null for a caller without one of the gateway's own
 * @param limits how often it may call
 * @param usage what it used
 */
record MeView(
        @Schema(example = "cl_4fGh2Kd81LmQ") String clientId,
        @Schema(example = "crm-export") String name,

        @ArraySchema(schema = @Schema(implementation = Scope.class))
        List<String> scopes,

        @Nullable Key key,
        Limit limits,
        Usage usage) {

    static MeView of(AdmittedRequest admission, Usage usage, Instant now) {
        var pass = admission.pass();
        var caller = pass.caller();
        var key = caller.keyId() == null ? null : new Key(caller.keyId(), pass.expiresAt());
        var scopes = caller.scopes().stream().sorted().toList();
        return new MeView(caller.clientId(), caller.name(), scopes, key, Limit.of(admission.allowance(), now), usage);
    }

    /**
     * A key.
     *
     * @param id its id, opaque
     * @param expiresAt when it stops working; null if never
     */
    record Key(
            @Schema(example = "7Qm2ZpX4tB9c") String id,

            @Schema(example = "2027-11-23T00:00:00Z") @Nullable
            Instant expiresAt) {}

    /**
     * How often a client may call, all its keys together.
     *
     * @param requestsPerMinute how many requests in a window of 60 seconds
     * @param remaining how many are left in this window, as far as this replica knows
     * @param resetsAt when this window ends; the next one starts with the next request
     */
    record Limit(
            @Schema(example = "600") int requestsPerMinute,
            @Schema(example = "587") int remaining,
            @Schema(example = "2026-11-23T08:16:30Z") Instant resetsAt) {

        static Limit of(RateLimitStatus allowance, Instant now) {
            var end = now.plus(allowance.rest()).truncatedTo(ChronoUnit.MILLIS);
            return new Limit(allowance.limit(), allowance.remaining(), end);
        }
    }

    /**
     * What a client used, by operation.
     *
     * @param lastHour the requests of this minute and the 60 before it
     * @param lastDay the requests of this minute and the 1440 before it
     */
    record Usage(List<ActionUsage> lastHour, List<ActionUsage> lastDay) {}
}

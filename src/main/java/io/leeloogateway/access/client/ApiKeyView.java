package io.leeloogateway.access.client;

import io.leeloogateway.access.apikey.ApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret.
 *
 * @param id its id, opaque
 * @param prefix the first characters of the key
 * @param label its label; null without a label
 * @param createdAt when it was created
 * @param expiresAt when it expires
 * @param lastUsedAt when it was last used, with a delay of a few seconds; null if never
 * @param revokedAt when it was revoked; null if it is not revoked
 */
record ApiKeyView(
        @Schema(example = "7Qm2ZpX4tB9c") String id,
        @Schema(example = "lgw_7Qm2ZpX4tB9c") String prefix,
        @Schema(example = "crm, staging") @Nullable String label,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant createdAt,
        @Schema(example = "2027-11-23T00:00:00.000Z") Instant expiresAt,

        @Schema(example = "2026-11-23T09:01:12.000Z") @Nullable
        Instant lastUsedAt,

        @Schema(example = "2026-12-01T00:00:00.000Z") @Nullable
        Instant revokedAt) {

    static ApiKeyView of(ClientKey key) {
        return new ApiKeyView(
                key.id(),
                ApiKey.prefix(key.id()),
                key.label(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}

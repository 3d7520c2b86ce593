package io.leeloogateway.access.client;

import io.leeloogateway.access.apikey.ApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key; the key itself is not.
 *
 * @param id its id, opaque
 * @param prefix how the key begins
 * @param createdAt when it was made
 * @param expiresAt when it stops working
 * @param lastUsedAt when it was last shown, a few seconds late; null if never
 * @param revokedAt when it was revoked and stopped working; null if it was not
 */
record ApiKeyView(
        @Schema(example = "7Qm2ZpX4tB9c") String id,
        @Schema(example = "lgw_7Qm2ZpX4tB9c") String prefix,
        @Schema(example = "2026-11-23T08:15:30Z") Instant createdAt,
        @Schema(example = "2027-11-23T00:00:00Z") Instant expiresAt,
        @Schema(example = "2026-11-23T09:01:12Z") @Nullable Instant lastUsedAt,
        @Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant revokedAt) {

    static ApiKeyView of(ClientKey key) {
        return new ApiKeyView(
                key.id(), ApiKey.prefix(key.id()), key.createdAt(), key.expiresAt(), key.lastUsedAt(), key.revokedAt());
    }
}

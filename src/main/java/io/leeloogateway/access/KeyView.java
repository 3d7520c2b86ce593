package io.leeloogateway.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What is known of a key; the key itself is not.
 *
 * @param id its id, opaque
 * @param prefix how the key begins
 * @param createdAt when it was made
 * @param expiresAt when it stops working
 */
record KeyView(
        @Schema(example = "7Qm2ZpX4tB9c") String id,
        @Schema(example = "lgw_7Qm2ZpX4tB9c") String prefix,
        @Schema(example = "2026-11-23T08:15:30Z") Instant createdAt,
        @Schema(example = "2027-11-23T00:00:00Z") Instant expiresAt) {

    static KeyView of(ClientKey key) {
        return new KeyView(key.id(), ApiKey.prefix(key.id()), key.createdAt(), key.expiresAt());
    }
}

package io.leeloogateway.access.client;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A created key. No other response contains the key.
 *
 * @param id its id, opaque
 * @param prefix the first characters of the key
 * @param label its label; null without a label
 * @param createdAt when it was created
 * @param expiresAt when it expires
 * @param key the key, to be sent as {@code Authorization: Bearer}; store it now, it cannot be retrieved again
 */
record NewApiKeyView(
        @Schema(example = "7Qm2ZpX4tB9c") String id,
        @Schema(example = "lgw_7Qm2ZpX4tB9c") String prefix,
        @Schema(example = "crm, staging") @Nullable String label,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant createdAt,
        @Schema(example = "2027-11-23T00:00:00.000Z") Instant expiresAt,
        @Schema(example = "lgw_7Qm2ZpX4tB9c_…") String key) {

    static NewApiKeyView of(NewApiKey created) {
        var stored = ApiKeyView.of(created.stored());
        return new NewApiKeyView(
                stored.id(),
                stored.prefix(),
                stored.label(),
                stored.createdAt(),
                stored.expiresAt(),
                created.key().token().reveal());
    }

    @Override
    public String toString() {
        return prefix;
    }
}

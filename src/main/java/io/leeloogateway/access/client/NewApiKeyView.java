package io.leeloogateway.access.client;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A key that was just made: the only time that it is shown.
 *
 * @param id its id, opaque
 * @param prefix how the key begins
 * @param createdAt when it was made
 * @param expiresAt when it stops working
 * @param key the key, to be sent as {@code Authorization: Bearer}; keep it now, nobody can show it again
 */
record NewApiKeyView(
        @Schema(example = "7Qm2ZpX4tB9c") String id,
        @Schema(example = "lgw_7Qm2ZpX4tB9c") String prefix,
        @Schema(example = "2026-11-23T08:15:30Z") Instant createdAt,
        @Schema(example = "2027-11-23T00:00:00Z") Instant expiresAt,
        @Schema(example = "lgw_7Qm2ZpX4tB9c_…") String key) {

    static NewApiKeyView of(NewApiKey made) {
        var stored = ApiKeyView.of(made.stored());
        return new NewApiKeyView(
                stored.id(),
                stored.prefix(),
                stored.createdAt(),
                stored.expiresAt(),
                made.key().text().reveal());
    }

    @Override
    public String toString() {
        return prefix;
    }
}

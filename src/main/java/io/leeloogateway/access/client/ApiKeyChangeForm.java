package io.leeloogateway.access.client;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The change of a key.
 *
 * @param expiresAt when it expires: an instant after now and before the year 10000, earlier or later than before
 */
record ApiKeyChangeForm(
        @NotNull @Schema(example = "2026-12-01T00:00:00Z") Instant expiresAt) {

    Instant expiryFrom(Instant now) {
        return ApiKeyForm.checked(expiresAt, now);
    }
}

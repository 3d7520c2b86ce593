package io.leeloogateway.access.client;

import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE;
import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE_MESSAGE;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change of a key; fields that are absent stay as they are, null is a 400.
 *
 * @param label its new label, 1 to 100 characters on one line
 * @param expiresAt when it expires: an instant after now and before the year 10000, earlier or later than before
 */
record ApiKeyChangeForm(
        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "crm, staging")
        @Nullable
        String label,

        @Schema(example = "2026-12-01T00:00:00Z") @Nullable Instant expiresAt) {

    void applyTo(ClientKey key, Instant now) {
        Optional.ofNullable(label).map(String::strip).ifPresent(key::label);
        Optional.ofNullable(expiresAt)
                .map(moment -> ApiKeyForm.checked(moment, now))
                .ifPresent(key::expireAt);
    }
}

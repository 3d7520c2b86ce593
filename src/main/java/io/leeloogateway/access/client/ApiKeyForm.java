package io.leeloogateway.access.client;

import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE;
import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE_MESSAGE;

import io.leeloogateway.problem.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A new key.
 *
 * @param label a name for the key, such as the place where it is used; 1 to 100 characters on one line
 * @param expiresAt when it expires: an instant after now and before the year 10000; 365 days from now by default
 */
record ApiKeyForm(
        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "crm, staging")
        @Nullable
        String label,

        @Schema(example = "2027-11-23T00:00:00Z") @Nullable Instant expiresAt) {

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(365);
    private static final Instant MAX_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    @Nullable
    String strippedLabel() {
        return label == null ? null : label.strip();
    }

    Instant expiryFrom(Instant now) {
        return expiresAt == null ? now.plus(DEFAULT_LIFETIME) : checked(expiresAt, now);
    }

    static Instant checked(Instant expiresAt, Instant now) {
        if (!expiresAt.isAfter(now)) {
            throw InvalidRequest.of("expiresAt", "past", "must be in the future");
        }
        if (expiresAt.isAfter(MAX_EXPIRY)) {
            throw InvalidRequest.of("expiresAt", "range", "must be before the year 10000");
        }
        return expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}

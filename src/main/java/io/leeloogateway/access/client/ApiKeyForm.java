package io.leeloogateway.access.client;

import io.leeloogateway.problem.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A new key.
 *
 * @param expiresAt when it expires: an instant after now and before the year 10000; 365 days from now by default
 */
record ApiKeyForm(
        @Schema(example = "2027-11-23T00:00:00Z") @Nullable Instant expiresAt) {

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(365);
    private static final Instant MAX_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

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

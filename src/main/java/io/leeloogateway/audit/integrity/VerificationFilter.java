package io.leeloogateway.audit.integrity;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.UuidV7Generator;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the audit log to verify.
 *
 * @param from the start, inclusive; the beginning of the audit log by default
 * @param to the end, exclusive; the end of the audit log by default
 * @param seal a noted seal from the log or the metrics: its number and its HMAC, at least the first 12 digits
 */
public record VerificationFilter(
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(example = "3913:6d0b4f1e9a3c")
        @Pattern(
                regexp = SEAL_PATTERN,
                message = "must be the number of a seal, a colon, and 12 to 64 digits of its HMAC")
        @Nullable
        String seal) {

    static final String SEAL_PATTERN = "[1-9][0-9]{0,17}:[0-9a-f]{12,64}";

    private static final UUID SMALLEST = new UUID(0, 0);
    static final UUID GREATEST = new UUID(-1, -1);

    /** Not in the constructor: an exception thrown during binding would not become a problem response. */
    public VerificationFilter validated() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        if (seal != null && !seal.matches(SEAL_PATTERN)) {
            throw InvalidRequest.of(
                    "seal", "format", "must be the number of a seal, a colon, and 12 to 64 digits of its HMAC");
        }
        return this;
    }

    /** The smallest possible id of an event in the range. */
    UUID first() {
        return from == null ? SMALLEST : UuidV7Generator.lowerBound(from);
    }

    boolean isUnbounded() {
        return from == null && to == null;
    }

    /** The greatest id before the range. */
    UUID justBefore() {
        var first = first();
        return from == null ? first : new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() - 1);
    }

    UUID hourAfterEnd() {
        return to == null
                ? GREATEST
                : UuidV7Generator.lowerBound(UuidV7Generator.timestamp(end()).plus(Duration.ofHours(1)));
    }

    /** The smallest id after the range. */
    UUID end() {
        return to == null ? GREATEST : UuidV7Generator.lowerBound(to);
    }
}

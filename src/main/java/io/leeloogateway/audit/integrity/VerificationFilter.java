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
 * What of the diary is to be verified.
 *
 * @param from events from this instant on; from the beginning unless given
 * @param to events until before this instant; to the end unless given
 * @param seal one that was noted once, from the log or the metrics: its number and its HMAC, or at least the first 12 digits of that
 */
public record VerificationFilter(
        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(example = "3913:6d0b4f1e9a3c")
        @Pattern(regexp = NOTED, message = "must be the number of a seal, a colon, and 12 to 64 digits of its HMAC")
        @Nullable
        String seal) {

    static final String NOTED = "[1-9][0-9]{0,17}:[0-9a-f]{12,64}";

    private static final UUID SMALLEST = new UUID(0, 0);
    static final UUID GREATEST = new UUID(-1, -1);

    /** Not while it is bound: what a constructor throws there is nobody's fault. */
    public VerificationFilter checked() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        if (seal != null && !seal.matches(NOTED)) {
            throw InvalidRequest.of(
                    "seal", "pattern", "must be the number of a seal, a colon, and 12 to 64 digits of its HMAC");
        }
        return this;
    }

    /** Not after any id of an event that is wanted. */
    UUID first() {
        return from == null ? SMALLEST : UuidV7Generator.first(from);
    }

    boolean isOfAll() {
        return from == null && to == null;
    }

    /** Before any of them. */
    UUID justBefore() {
        var first = first();
        return from == null ? first : new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() - 1);
    }

    UUID anHourPast() {
        return to == null
                ? GREATEST
                : UuidV7Generator.first(UuidV7Generator.at(past()).plus(Duration.ofHours(1)));
    }

    /** After all of them. */
    UUID past() {
        return to == null ? GREATEST : UuidV7Generator.first(to);
    }
}

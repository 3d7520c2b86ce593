package io.leeloogateway.audit.integrity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A seal of the audit log.
 *
 * @param number its number, which counts from 1
 * @param sealedAt when it was made
 * @param events the number of events that it covers
 * @param lastEvent the number of events that this seal and all seals before it cover
 * @param fingerprint the first digits of its keyed hash, to compare it with a note elsewhere
 */
@Schema(name = "Seal")
public record SealView(
        @Schema(example = "3913") long number,
        @Schema(example = "2026-11-23T08:15:29.000Z") Instant sealedAt,
        @Schema(example = "41") long events,
        @Schema(example = "1000000") long lastEvent,
        @Schema(example = "9f2c4ab01d7e") String fingerprint) {

    static SealView of(Seal seal) {
        var events = seal.content().events();
        return new SealView(
                seal.number(),
                seal.sealedAt().truncatedTo(ChronoUnit.MILLIS),
                events,
                seal.firstNumber() + events - 1,
                seal.hmacPrefix());
    }
}

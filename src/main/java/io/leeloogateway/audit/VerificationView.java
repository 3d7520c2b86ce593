package io.leeloogateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the diary is as it was written.
 *
 * @param intact whether nothing was found
 * @param seals how many seals were looked at
 * @param events how many events stand under them
 * @param dropped how many of these are gone because their month is over for longer than is kept
 * @param newest the newest seal of all, if there is one: compare it with the log or the metric, where a cut end shows
 * @param findings what is not as it was sealed, the first 100
 */
@Schema(name = "AuditVerification")
record VerificationView(
        boolean intact,
        @Schema(example = "3913") long seals,
        @Schema(example = "1000000") long events,
        long dropped,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NewestSeal newest,
        List<Finding> findings) {

    VerificationView {
        findings = List.copyOf(findings);
    }

    /**
     * The end of the sealed diary.
     *
     * @param number its number
     * @param hmac its HMAC, as the log has it
     * @param mark the beginning of its HMAC as a number, as the metric has it
     * @param sealedAt when it was set
     */
    @Schema(name = "AuditSeal")
    record NewestSeal(
            @Schema(example = "3913") long number,

            @Schema(example = "6d0b4f1e9a3c5e7f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051")
            String hmac,

            @Schema(example = "119901234567890") long mark,
            @Schema(example = "2026-11-23T08:15:30Z") Instant sealedAt) {

        static NewestSeal of(Seal seal) {
            return new NewestSeal(seal.number(), seal.hmac(), SealMetric.mark(seal), seal.sealedAt());
        }
    }
}

package io.leeloogateway.audit.integrity;

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
 * @param unsealed the events that no seal covers yet
 * @param newest the newest seal of all, if there is one: noted elsewhere, it shows whether the end was cut off
 * @param found how many findings there are
 * @param findings what is not as it was written or sealed, the first 100
 */
@Schema(name = "AuditVerification")
public record VerificationView(
        boolean intact,
        @Schema(example = "3913") long seals,
        @Schema(example = "1000000") long events,
        long dropped,
        Unsealed unsealed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NewestSeal newest,
        long found,
        List<Finding> findings) {

    public VerificationView {
        findings = List.copyOf(findings);
    }

    /**
     * What is too young for a seal: some seconds, or as long as the longest transaction of the database lasts.
     *
     * @param events how many events
     * @param oldest when the oldest of them was written; null where there are none
     */
    @Schema(name = "AuditUnsealed")
    public record Unsealed(
            @Schema(example = "12") long events, @Nullable Instant oldest) {}

    /**
     * The end of the sealed diary.
     *
     * @param number its number
     * @param hmac its HMAC, as the log has it
     * @param mark the beginning of its HMAC as a number, as the metric has it
     * @param sealedAt when it was set
     */
    @Schema(name = "AuditSeal")
    public record NewestSeal(
            @Schema(example = "3913") long number,

            @Schema(example = "6d0b4f1e9a3c5e7f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051")
            String hmac,

            @Schema(example = "119901234567890") long mark,
            @Schema(example = "2026-11-23T08:15:30Z") Instant sealedAt) {

        static NewestSeal of(Seal seal) {
            return new NewestSeal(seal.number(), seal.hmac(), NewestSealMetrics.mark(seal), seal.sealedAt());
        }
    }
}

package io.leeloogateway.audit.integrity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification of the audit log.
 *
 * @param intact whether there is no finding
 * @param seals the number of checked seals
 * @param events the number of events that these seals cover
 * @param dropped the number of these events that the retention has dropped
 * @param unsealed the events without a seal
 * @param newestSeal the newest seal of all, if any; noted elsewhere, it shows later whether the audit log was truncated
 * @param findingCount the number of findings
 * @param findings the first 100 findings
 */
@Schema(name = "AuditVerification")
public record VerificationView(
        boolean intact,
        @Schema(example = "3913") long seals,
        @Schema(example = "1000000") long events,
        long dropped,
        Unsealed unsealed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NewestSeal newestSeal,
        long findingCount,
        List<Finding> findings) {

    public VerificationView {
        findings = List.copyOf(findings);
    }

    /**
     * Events that are too young for a seal: younger than a few seconds, or than the longest running transaction.
     *
     * @param events the number of events
     * @param oldest the time of the oldest of them; null without events
     */
    @Schema(name = "AuditUnsealed")
    public record Unsealed(
            @Schema(example = "12") long events, @Nullable Instant oldest) {}

    /**
     * The newest seal of the audit log.
     *
     * @param number the number of the seal
     * @param hmac the HMAC, as in the log
     * @param fingerprint the first 48 bits of the HMAC as a number, as in the metric
     * @param sealedAt the time of sealing
     */
    @Schema(name = "AuditSeal")
    public record NewestSeal(
            @Schema(example = "3913") long number,

            @Schema(example = "6d0b4f1e9a3c5e7f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051")
            String hmac,

            @Schema(example = "119901234567890") long fingerprint,
            @Schema(example = "2026-11-23T08:15:30.000Z") Instant sealedAt) {

        static NewestSeal of(Seal seal) {
            return new NewestSeal(seal.number(), seal.hmac(), NewestSealMetrics.fingerprint(seal), seal.sealedAt());
        }
    }
}

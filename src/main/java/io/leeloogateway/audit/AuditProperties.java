package io.leeloogateway.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit log.
 *
 * @param reads {@code await} holds the response to a read until its entry is committed, {@code grouped} commits entries in batches a moment later
 * @param retentionMonths the number of whole months of entries to keep; takes effect at the next start, which migrates
 */
@Validated
@ConfigurationProperties("gateway.audit")
public record AuditProperties(
        @DefaultValue("grouped") Reads reads,
        @DefaultValue("13") @Min(1) @Max(1200) int retentionMonths) {

    /** The shortest time that this number of months can last. */
    Duration minimumRetention() {
        return Duration.ofDays(30L * retentionMonths - 2);
    }

    /** When the response to a read is sent. */
    public enum Reads {
        GROUPED,
        AWAIT
    }
}

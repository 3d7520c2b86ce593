package io.leeloogateway.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the diary is kept.
 *
 * @param reads whether answers to reads wait until their entry is committed ({@code await}), or entries are committed in groups a moment later ({@code grouped})
 * @param retentionMonths how many whole months of entries are kept; counts from the next start on, which migrates
 */
@Validated
@ConfigurationProperties("gateway.audit")
public record AuditProperties(
        @DefaultValue("grouped") Reads reads,
        @DefaultValue("13") @Min(1) @Max(1200) int retentionMonths) {

    /** The shortest that so many months ever last. */
    Duration kept() {
        return Duration.ofDays(30L * retentionMonths - 2);
    }

    /** When answers to reads may leave. */
    public enum Reads {
        GROUPED,
        AWAIT
    }
}

package io.leeloogateway.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The changes that callers follow.
 *
 * @param retention how long changes are kept, at least a day
 */
@ConfigurationProperties("gateway.changes")
record ChangesProperties(@DefaultValue("30d") Duration retention) {

    ChangesProperties {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("gateway.changes.retention must be at least 1d");
        }
    }
}

package io.leeloogateway.compat;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of Leeloo's own API.
 *
 * @param duplicateWindow how long an equal change without an idempotency key is not sent again after one that is in progress or unknown;
 *     zero: it is sent
 * @param duplicateWindows the same for single clients, by client id
 */
@ConfigurationProperties("gateway.compat")
record CompatProperties(
        @DefaultValue("0s") Duration duplicateWindow,
        @DefaultValue Map<String, Duration> duplicateWindows) {

    CompatProperties {
        duplicateWindows = Map.copyOf(duplicateWindows);
    }

    Duration duplicateWindowOf(String clientId) {
        return duplicateWindows.getOrDefault(clientId, duplicateWindow);
    }
}

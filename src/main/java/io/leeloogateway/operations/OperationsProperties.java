package io.leeloogateway.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes are written down.
 *
 * @param enabled whether changes are sent at all; reads go on
 * @param requireIdempotencyKey whether a change without an {@code Idempotency-Key} is refused
 * @param keepKeys how long a key stands for its request, and its answer is kept
 * @param keepRows how long operations can be asked for
 * @param looksPerMinute how many unknown changes are looked for at Leeloo a minute, all replicas together
 * @param ledgerConnections how many connections to the database the ledger has for itself
 */
@Validated
@ConfigurationProperties("gateway.operations")
record OperationsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean requireIdempotencyKey,
        @DefaultValue("24h") @NotNull Duration keepKeys,
        @DefaultValue("90d") @NotNull Duration keepRows,
        @DefaultValue("12") @Min(1) @Max(60) int looksPerMinute,
        @DefaultValue("8") int ledgerConnections) {

    OperationsProperties {
        if (!keepKeys.isPositive() || keepRows.compareTo(keepKeys) < 0 || ledgerConnections < 2) {
            throw new IllegalArgumentException(
                    "gateway.operations: keep-keys must be positive, keep-rows not shorter, ledger-connections at least 2");
        }
    }

    Duration betweenLooks() {
        return Duration.ofMinutes(1).dividedBy(looksPerMinute);
    }
}

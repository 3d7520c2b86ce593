package io.leeloogateway.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of changes.
 *
 * @param enabled whether the gateway sends changes; reads do not depend on it
 * @param requireIdempotencyKey whether a change without an {@code Idempotency-Key} is refused
 * @param idempotencyRetention how long an idempotency key refers to its request, and the response is stored
 * @param retention how long an operation is stored
 * @param reconciliationsPerMinute how many unknown operations are checked at Leeloo per minute, by all replicas together
 * @param poolSize the number of database connections for operations alone
 */
@Validated
@ConfigurationProperties("gateway.operations")
public record OperationsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean requireIdempotencyKey,
        @DefaultValue("24h") @NotNull Duration idempotencyRetention,
        @DefaultValue("90d") @NotNull Duration retention,
        @DefaultValue("12") @Min(1) @Max(60) int reconciliationsPerMinute,
        @DefaultValue("8") int poolSize) {

    public OperationsProperties {
        if (!idempotencyRetention.isPositive() || retention.compareTo(idempotencyRetention) < 0 || poolSize < 2) {
            throw new IllegalArgumentException(
                    "gateway.operations: idempotency-retention must be positive, retention not shorter, pool-size at least 2");
        }
    }

    Duration reconciliationInterval() {
        return Duration.ofMinutes(1).dividedBy(reconciliationsPerMinute);
    }
}

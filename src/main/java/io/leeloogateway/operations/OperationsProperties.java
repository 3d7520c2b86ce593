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
 * @param idempotencyRetention how long a key stands for its request, and its answer is kept
 * @param retention how long operations can be asked for
 * @param reconciliationsPerMinute how many unknown changes are looked for at Leeloo a minute, all replicas together
 * @param poolSize how many connections to the database the ledger has for itself
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

    Duration betweenLooks() {
        return Duration.ofMinutes(1).dividedBy(reconciliationsPerMinute);
    }
}

package io.leeloogateway.problem.input;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the bodies of requests in progress.
 *
 * @param memory how many bytes of bodies all clients together may have in memory; by default a 32nd of the heap, at least 2 MiB. The first 16 KiB
 *     of each body do not count
 * @param memoryPerClient how many of these bytes one client may have; by default a quarter of {@code memory}, at least 1 MiB
 * @param timeout the longest time for a body to arrive; a shorter {@code Request-Timeout} takes precedence
 */
@ConfigurationProperties("gateway.bodies")
public record BodyProperties(
        @Nullable DataSize memory,
        @Nullable DataSize memoryPerClient,
        @DefaultValue("10s") Duration timeout) {

    private static final int HEAP_SHARE = 32;
    private static final int CLIENT_SHARE = 4;
    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(1);

    public BodyProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("gateway.bodies.timeout must be positive");
        }
    }

    /** The bytes for all clients. */
    long totalBytes() {
        var share = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        return memory == null ? Math.max(share, 2 * LARGEST_BODY.toBytes()) : memory.toBytes();
    }

    /** The bytes for one client. */
    long bytesPerClient() {
        return memoryPerClient == null
                ? Math.max(totalBytes() / CLIENT_SHARE, LARGEST_BODY.toBytes())
                : memoryPerClient.toBytes();
    }
}

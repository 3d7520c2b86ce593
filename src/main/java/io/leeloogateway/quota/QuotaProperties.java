package io.leeloogateway.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The budget of calls to Leeloo.
 *
 * @param requestsPerMinute the most calls of all replicas together in any 60 seconds; all replicas need the same value
 * @param concurrentReadsPerClient the most reads of a client that one replica has at Leeloo at once, so that slow reads of one client leave
 *     connections for others; a second call of a client also leaves connections free
 * @param concurrentChangesPerClient the same for changes
 * @param queueSize the most calls of one replica that wait for the budget
 */
@ConfigurationProperties("gateway.quota")
record QuotaProperties(
        @DefaultValue("300") int requestsPerMinute,
        @DefaultValue("12") int concurrentReadsPerClient,
        @DefaultValue("6") int concurrentChangesPerClient,
        @DefaultValue("1000") int queueSize) {

    QuotaProperties {
        if (requestsPerMinute < 1 || requestsPerMinute > 1_000_000) {
            throw new IllegalArgumentException("gateway.quota.requests-per-minute must be between 1 and 1000000");
        }
        if (concurrentReadsPerClient < 1) {
            throw new IllegalArgumentException("gateway.quota.concurrent-reads-per-client must be at least 1");
        }
        if (concurrentChangesPerClient < 1) {
            throw new IllegalArgumentException("gateway.quota.concurrent-changes-per-client must be at least 1");
        }
        if (queueSize < 1 || queueSize > 100_000) {
            throw new IllegalArgumentException("gateway.quota.queue-size must be between 1 and 100000");
        }
    }

    /** The permits that a replica has at hand for calls to come: those of a quarter of a second. */
    int reserve() {
        return Math.ceilDiv(requestsPerMinute, 240);
    }
}

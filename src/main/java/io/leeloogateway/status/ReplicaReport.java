package io.leeloogateway.status;

import java.time.Instant;
import java.util.Map;

/**
 * What a replica reports about itself; the counts are those since its start.
 *
 * @param version the version of the gateway
 * @param startedAt when it started
 * @param cacheLease whether it answers from its memory without asking the database
 * @param quotaShared whether it reaches the budget that all replicas share
 * @param breakers the state of the circuit breakers, by group of calls
 * @param reads the number of reads, by result
 * @param outcomes the number of changes, by outcome
 */
record ReplicaReport(
        String version,
        Instant startedAt,
        boolean cacheLease,
        boolean quotaShared,
        Map<String, String> breakers,
        Map<String, Long> reads,
        Map<String, Long> outcomes) {

    ReplicaReport {
        breakers = Map.copyOf(breakers);
        reads = Map.copyOf(reads);
        outcomes = Map.copyOf(outcomes);
    }
}

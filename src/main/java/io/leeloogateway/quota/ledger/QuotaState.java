package io.leeloogateway.quota.ledger;

import java.util.Map;

/**
 * The state that all replicas share, as JSON in one row.
 *
 * @param time the quota time of the state, in milliseconds
 * @param databaseMillis the database's clock at that time
 * @param ended the calls that ended, by interval
 * @param granted the number of all permits ever granted
 * @param pass the virtual time of the fair queueing among the replicas
 * @param tokens the permits that the pace allows now
 */
record QuotaState(
        long time,
        long databaseMillis,
        Map<Long, Integer> ended,
        Map<String, Replica> replicas,
        Pace pace,
        long granted,
        double pass,
        double tokens) {

    static final QuotaState EMPTY = new QuotaState(0, 0, Map.of(), Map.of(), Pace.FULL, 0, 0, 1);
}

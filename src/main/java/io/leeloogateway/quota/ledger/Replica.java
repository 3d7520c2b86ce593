package io.leeloogateway.quota.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * A replica as the others know it.
 *
 * @param since its first report
 * @param seenAt its last report
 * @param outstanding its permits in use and at hand
 * @param demand its waiting calls by class
 * @param pass the virtual time of its fair queueing among the replicas
 * @param grantedBefore the number of all permits ever granted, at its last report
 */
record Replica(long since, long seenAt, int outstanding, List<Demand> demand, double pass, long grantedBefore) {

    /** Later, it counts as cut off from the others, or as dead. */
    private static final long LIVE_MILLIS = 3_000;

    private static final long WAITING_MILLIS = 1_000;
    private static final long SHARE_MILLIS = 60_000;

    /** The longest call and the window. */
    private static final long LAST_CALL_MILLIS = 60_000 + UsageWindow.MILLIS;

    /** Its waiting calls by priority: changes and reads of callers have the same one. */
    List<Demand> demandByPriority() {
        return demand.size() < 2
                ? demand
                : Stream.concat(
                                Stream.of(demand.get(0).plus(demand.get(1))),
                                demand.stream().skip(2))
                        .toList();
    }

    boolean isLive(long now) {
        return now - seenAt <= LIVE_MILLIS;
    }

    boolean isWaiting(long now) {
        return now - seenAt <= WAITING_MILLIS;
    }

    /** Whether it may have gone on with its share without the others. */
    boolean keepsShare(long now) {
        return !isLive(now) && now - seenAt <= SHARE_MILLIS;
    }

    boolean isForgotten(long now) {
        return now - seenAt > LAST_CALL_MILLIS;
    }
}

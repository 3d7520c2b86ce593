package io.leeloogateway.quota.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts calls from their end until they can be in no window of Leeloo's any more. A call reached Leeloo before its end. */
public final class UsageWindow {

    /** A minute, and a reserve for clocks that differ. */
    static final long MILLIS = 60_250;

    private static final long BUCKET_MILLIS = 250;

    private final TreeMap<Long, Integer> calls;

    public UsageWindow() {
        this(Map.of());
    }

    /** Continues with the content of another window. */
    UsageWindow(Map<Long, Integer> buckets) {
        calls = new TreeMap<>(buckets);
    }

    public void add(long endedAt, int number) {
        if (number > 0) {
            calls.merge(Math.floorDiv(endedAt, BUCKET_MILLIS), number, Integer::sum);
        }
    }

    public void addAll(UsageWindow other) {
        other.calls.forEach((bucket, number) -> calls.merge(bucket, number, Integer::sum));
    }

    /** Forgets the calls that no longer count. */
    public void expire(long now) {
        while (!calls.isEmpty() && freeAt(calls.firstKey()) <= now) {
            calls.pollFirstEntry();
        }
    }

    public int total() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The calls by the time from which they no longer count. */
    SortedMap<Long, Integer> returns() {
        var returns = new TreeMap<Long, Integer>();
        calls.forEach((bucket, number) -> returns.put(freeAt(bucket), number));
        return returns;
    }

    /** The calls by the end of the interval in which they ended. */
    public SortedMap<Long, Integer> byEnd() {
        var ends = new TreeMap<Long, Integer>();
        calls.forEach((bucket, number) -> ends.put((bucket + 1) * BUCKET_MILLIS, number));
        return ends;
    }

    Map<Long, Integer> buckets() {
        return calls;
    }

    private static long freeAt(long bucket) {
        return (bucket + 1) * BUCKET_MILLIS + MILLIS;
    }
}

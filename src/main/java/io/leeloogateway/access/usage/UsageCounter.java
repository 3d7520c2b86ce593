package io.leeloogateway.access.usage;

import io.leeloogateway.request.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/** Counts what clients use, in memory, until {@link UsageFlusher} writes it down. */
@Component
public class UsageCounter {

    /** More is counted only after the next writing: a database that is away must not fill the memory. */
    static final int MOST = 10_000;

    private final Map<UsageKey, Long> requests = new ConcurrentHashMap<>();
    private final Map<String, Instant> keys = new ConcurrentHashMap<>();
    private final Clock clock;

    UsageCounter(Clock clock) {
        this.clock = clock;
    }

    public void count(Caller caller, String operation) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        add(requests, new UsageKey(caller.clientId(), minute, operation), 1L, Long::sum);
    }

    public void keyWasShown(Caller caller) {
        if (caller.keyId() != null) {
            add(keys, caller.keyId(), clock.instant().truncatedTo(ChronoUnit.MICROS), UsageCounter::later);
        }
    }

    /** Takes out what was counted so far. */
    SortedMap<UsageKey, Long> takeRequests() {
        return take(requests);
    }

    SortedMap<String, Instant> takeKeys() {
        return take(keys);
    }

    /** Puts back what could not be written. */
    void putBack(Map<UsageKey, Long> unwrittenRequests, Map<String, Instant> unwrittenKeys) {
        unwrittenRequests.forEach((key, count) -> add(requests, key, count, Long::sum));
        unwrittenKeys.forEach((key, moment) -> add(keys, key, moment, UsageCounter::later));
    }

    private static <K, V> void add(Map<K, V> counts, K key, V more, BinaryOperator<V> sum) {
        if (counts.size() < MOST || counts.containsKey(key)) {
            counts.merge(key, more, sum);
        }
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> take(Map<K, V> counts) {
        var taken = new TreeMap<K, V>();
        for (var key : Set.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        return taken;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

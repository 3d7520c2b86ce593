package io.leeloogateway.access.usage;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.SandboxReset;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts requests and key uses in memory until {@link UsageFlusher} stores them. */
@Component
public class UsageCounter {

    /** Bounds the memory during a database outage; further entries are dropped. */
    static final int MAX_ENTRIES = 10_000;

    private final Map<UsageKey, Long> requests = new ConcurrentHashMap<>();
    private final Map<String, Instant> keyUses = new ConcurrentHashMap<>();
    private final Clock clock;

    UsageCounter(Clock clock) {
        this.clock = clock;
    }

    public void count(Caller caller, MatchedRoute route) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        add(requests, UsageKey.of(caller.clientId(), minute, route), 1L, Long::sum);
    }

    public void recordKeyUse(Caller caller) {
        if (caller.keyId() != null) {
            add(keyUses, caller.keyId(), clock.instant().truncatedTo(ChronoUnit.MICROS), UsageCounter::later);
        }
    }

    /** Before the stored counts are deleted. */
    @Order(0)
    @EventListener
    void clear(SandboxReset event) {
        requests.clear();
        keyUses.clear();
    }

    /** Removes and returns the counts. */
    SortedMap<UsageKey, Long> drainRequests() {
        return drain(requests);
    }

    SortedMap<String, Instant> drainKeyUses() {
        return drain(keyUses);
    }

    /** Adds counts that could not be stored. */
    void restore(Map<UsageKey, Long> unsavedRequests, Map<String, Instant> unsavedKeyUses) {
        unsavedRequests.forEach((key, count) -> add(requests, key, count, Long::sum));
        unsavedKeyUses.forEach((key, moment) -> add(keyUses, key, moment, UsageCounter::later));
    }

    private static <K, V> void add(Map<K, V> counts, K key, V increment, BinaryOperator<V> sum) {
        if (counts.size() < MAX_ENTRIES || counts.containsKey(key)) {
            counts.merge(key, increment, sum);
        }
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> drain(Map<K, V> counts) {
        var drained = new TreeMap<K, V>();
        for (var key : Set.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null) {
                drained.put(key, count);
            }
        }
        return drained;
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }
}

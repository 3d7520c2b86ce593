package io.leeloogateway.quota;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The calls of this replica that are not in the history yet, by class and by client. */
@Component
class CallCounter {

    private final Map<CallGroup, CallCounts> counts = new ConcurrentHashMap<>();

    void add(CallGroup group, CallCounts more) {
        counts.merge(group, more, CallCounts::plus);
    }

    SortedMap<CallGroup, CallCounts> drain() {
        var drained = new TreeMap<CallGroup, CallCounts>();
        for (var group : Set.copyOf(counts.keySet())) {
            var removed = counts.remove(group);
            if (removed != null) {
                drained.put(group, removed);
            }
        }
        return drained;
    }

    /** Adds drained counts that could not be stored. */
    void restore(Map<CallGroup, CallCounts> drained) {
        drained.forEach(this::add);
    }
}

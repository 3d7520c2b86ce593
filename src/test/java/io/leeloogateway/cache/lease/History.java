package io.leeloogateway.cache.lease;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The reads and changes of one value, whose number each change raises, and the check that no read shows a value from before an answered change. */
final class History {

    private final Collection<Answer> changes = new ConcurrentLinkedQueue<>();
    private final Collection<Read> reads = new ConcurrentLinkedQueue<>();

    /** A change whose answer arrived at this moment of the monotonic clock. */
    record Answer(long atNanos, long value) {}

    /** A read that began at this moment. */
    record Read(long beganAtNanos, long value, String replica) {}

    void addChange(long value) {
        changes.add(new Answer(System.nanoTime(), value));
    }

    void addRead(long beganAtNanos, long value, String replica) {
        reads.add(new Read(beganAtNanos, value, replica));
    }

    int size() {
        return changes.size() + reads.size();
    }

    List<Read> violations() {
        var newest = new TreeMap<Long, Long>();
        changes.stream()
                .sorted((first, second) -> Long.compare(first.atNanos(), second.atNanos()))
                .forEach(change -> newest.put(
                        change.atNanos(),
                        Math.max(
                                change.value(),
                                newest.isEmpty() ? 0 : newest.lastEntry().getValue())));
        var violations = new ArrayList<Read>();
        for (var read : reads) {
            var answered = newest.lowerEntry(read.beganAtNanos());
            if (answered != null && read.value() < answered.getValue()) {
                violations.add(read);
            }
        }
        return violations;
    }
}

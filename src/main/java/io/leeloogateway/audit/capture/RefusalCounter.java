package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts the refusals of one minute by source. Bounded, so that many sources exhaust neither the memory nor the audit log: further sources
 * share one counter without a name.
 */
final class RefusalCounter {

    /** The requests of a source that get an event of their own. */
    static final int MAX_RECORDED = 10;

    static final int MAX_SOURCES = 1_000;

    /** The requests of all sources that get an event of their own. */
    static final int MAX_RECORDED_IN_ALL = 1_000;

    /** A request may take its minute just before another one begins the next. */
    private static final Duration LATENESS = Duration.ofMinutes(1);

    private static final String OTHERS = "others";

    private final Supplier<UUID> ids;
    private final Consumer<AuditEvent> output;
    private final Map<String, SourceRefusals> sources = new HashMap<>();
    private Instant minute = Instant.MIN;
    private int recorded;

    RefusalCounter(Supplier<UUID> ids, Consumer<AuditEvent> output) {
        this.ids = ids;
        this.output = output;
    }

    synchronized boolean shouldRecord(
            Instant currentMinute, String source, AuditEvent.Actor actor, AuditEvent.Result result) {
        flushBefore(currentMinute);
        minute = currentMinute.isAfter(minute) ? currentMinute : minute;
        var refusals = refusals(source, actor);
        if (recorded < MAX_RECORDED_IN_ALL && refusals.tryRecord(MAX_RECORDED)) {
            recorded++;
            return true;
        }
        refusals.count(actor.requestId(), result);
        return false;
    }

    /** Writes the counts of a minute that began before this one, or so long after it that the clock must have been set back. */
    synchronized void flushBefore(Instant nextMinute) {
        if (minute.isBefore(nextMinute) || nextMinute.plus(LATENESS).isBefore(minute)) {
            sources.values().stream()
                    .flatMap(refusals -> refusals.events(ids).stream())
                    .forEach(output);
            sources.clear();
            recorded = 0;
            minute = Instant.MIN;
        }
    }

    private SourceRefusals refusals(String source, AuditEvent.Actor actor) {
        if (sources.containsKey(source) || sources.size() < MAX_SOURCES) {
            return sources.computeIfAbsent(source, _ -> new SourceRefusals(actor));
        }
        var unnamed = new AuditEvent.Actor(actor.requestId(), null, null, null);
        return sources.computeIfAbsent(OTHERS, _ -> new SourceRefusals(unnamed));
    }
}

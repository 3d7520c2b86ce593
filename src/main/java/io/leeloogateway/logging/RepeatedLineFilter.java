package io.leeloogateway.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Suppresses a warning or an error that has been logged ten times within a minute, and counts the suppressed lines. */
final class RepeatedLineFilter extends TurboFilter {

    static final int MAX_LINES = 10;

    /** Lines with texts that always differ share one kind. */
    static final int MAX_KINDS = 200;

    private static final LineKind OTHERS = new LineKind(RepeatedLineFilter.class.getName(), Level.WARN, "others", null);

    /** Their lines name a change or a lost audit event, which nothing else may name; the rate limits of the clients bound their number. */
    private static final List<String> UNLIMITED =
            List.of("io.leeloogateway.audit.", "io.leeloogateway.operations.", "io.leeloogateway.logging.");

    private final Map<LineKind, AtomicInteger> lines = new ConcurrentHashMap<>();

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (format == null || !isLimited(logger, level)) {
            return FilterReply.NEUTRAL;
        }
        var count =
                counter(LineKind.of(logger, level, format, arguments, failure)).incrementAndGet();
        return count > MAX_LINES ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** Returns the number of suppressed lines of each kind, and starts to count anew. */
    Map<LineKind, Integer> reset() {
        var suppressed = new ConcurrentHashMap<LineKind, Integer>();
        lines.keySet().forEach(kind -> {
            var count = lines.remove(kind);
            if (count != null && count.get() > MAX_LINES) {
                suppressed.put(kind, count.get() - MAX_LINES);
            }
        });
        return suppressed;
    }

    private AtomicInteger counter(LineKind kind) {
        var isCounted = lines.size() < MAX_KINDS || lines.containsKey(kind);
        return lines.computeIfAbsent(isCounted ? kind : OTHERS, _ -> new AtomicInteger());
    }

    private static boolean isLimited(Logger logger, Level level) {
        return level.isGreaterOrEqual(Level.WARN)
                && level.isGreaterOrEqual(logger.getEffectiveLevel())
                && UNLIMITED.stream().noneMatch(logger.getName()::startsWith);
    }
}

package io.leeloogateway.quota;

import io.leeloogateway.request.SandboxReset;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Adds what the metrics of this replica counted to the history of all replicas, every few seconds and at shutdown. */
@Component
class QuotaHistory {

    private static final Logger log = LoggerFactory.getLogger(QuotaHistory.class);
    private static final int INTERVAL_SECONDS = 3;
    private static final Duration RETENTION = Duration.ofHours(2);

    private final MeterRegistry meters;
    private final QuotaHistoryRepository history;
    private final Clock clock;
    private Map<CallGroup, CallCounts> stored = new HashMap<>();

    QuotaHistory(MeterRegistry meters, QuotaHistoryRepository history, Clock clock) {
        this.meters = meters;
        this.history = history;
        this.clock = clock;
    }

    /** What could not be stored is part of the next attempt. */
    @PreDestroy
    @Scheduled(initialDelay = INTERVAL_SECONDS, fixedDelay = INTERVAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    synchronized void flush() {
        var counted = count();
        var added = new TreeMap<CallGroup, CallCounts>();
        counted.forEach((group, counts) -> {
            var more = counts.minus(stored.getOrDefault(group, CallCounts.NONE));
            if (!more.equals(CallCounts.NONE)) {
                added.put(group, more);
            }
        });
        try {
            if (!added.isEmpty()) {
                history.add(clock.instant().truncatedTo(ChronoUnit.MINUTES), added);
            }
            stored = counted;
        } catch (DataAccessException | TransactionException e) {
            log.debug("the history of the quota could not be stored; the next attempt follows", e);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void deleteOld() {
        history.deleteBefore(clock.instant().minus(RETENTION));
    }

    @EventListener
    synchronized void reset(SandboxReset event) {
        stored = count();
        history.deleteBefore(clock.instant().plus(RETENTION));
    }

    private Map<CallGroup, CallCounts> count() {
        var counted = new HashMap<CallGroup, CallCounts>();
        add(counted, QuotaMetrics.GRANTED, number -> new CallCounts(number, 0, 0));
        add(counted, QuotaMetrics.WAITED, number -> new CallCounts(0, number, 0));
        add(counted, QuotaMetrics.REFUSED, number -> new CallCounts(0, 0, number));
        return counted;
    }

    private void add(Map<CallGroup, CallCounts> counted, String name, LongFunction<CallCounts> counts) {
        for (var counter : meters.find(name).counters()) {
            var id = counter.getId();
            var group = new CallGroup(
                    Objects.requireNonNull(id.getTag("class")), Objects.requireNonNull(id.getTag("client")));
            counted.merge(group, counts.apply((long) counter.count()), CallCounts::plus);
        }
    }
}

package io.leeloogateway.audit.store;

import io.leeloogateway.audit.capture.AuditBackpressure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gathers events and has them committed in groups. Nobody waits here: how many may wait, {@link AuditBackpressure} say. */
@Component
public class AuditWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditWriter.class);

    private static final int MOST_IN_GROUP = 500;

    /** Of targets and people: the index takes time for each. */
    private static final int MOST_MARKS = 5_000;

    /** With the time that the commit takes, an entry is at most 100 ms late. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}, and after the changes under way. */
    public static final int AFTER_THE_CHANGES = DEFAULT_PHASE - 8192;

    private final BlockingQueue<PendingEvent> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger uncommitted = new AtomicInteger();
    private final BatchWriter writer;
    private volatile List<PendingEvent> atHand = List.of();
    private volatile boolean running;
    private volatile boolean ended;
    private @Nullable Thread thread;

    AuditWriter(BatchWriter writer, MeterRegistry metrics) {
        this.writer = writer;
        Gauge.builder("gateway.audit.waiting", this, AuditWriter::size)
                .description("how many events wait to be committed")
                .register(metrics);
        TimeGauge.builder("gateway.audit.lag", this, TimeUnit.NANOSECONDS, AuditWriter::lag)
                .description("how long the oldest of them has waited")
                .register(metrics);
    }

    /** How many are not committed yet. */
    public int size() {
        return uncommitted.get();
    }

    /** In nanoseconds; those at hand came before those in the queue. */
    private long lag() {
        var oldest = Stream.concat(atHand.stream(), Stream.ofNullable(waiting.peek()))
                .findFirst();
        return oldest.map(event -> System.nanoTime() - event.since()).orElse(0L);
    }

    public CompletableFuture<Boolean> write(AuditEvent event) {
        var entry = new PendingEvent(event);
        uncommitted.incrementAndGet();
        waiting.add(entry);
        if (ended && waiting.remove(entry)) {
            uncommitted.decrementAndGet();
            writer.giveUp(entry, new IllegalStateException("the diary has ended"));
        }
        return entry.committed();
    }

    /** What came while it ended is written, too. */
    private void run() {
        while (running) {
            writeGroup();
        }
        while (!waiting.isEmpty()) {
            writeGroup();
        }
        ended = true;
        while (!waiting.isEmpty()) {
            writeGroup();
        }
    }

    private void writeGroup() {
        var group = gather();
        atHand = group;
        while (!group.isEmpty() && !isDone(group)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        atHand = List.of();
        uncommitted.addAndGet(-group.size());
    }

    /** Whatever happens: while this thread lives, nothing is lost. */
    private boolean isDone(List<PendingEvent> group) {
        try {
            return writer.isCommitted(group);
        } catch (RuntimeException | Error e) {
            log.error("{} entries of the diary wait, for a reason that nobody foresaw", group.size(), e);
            return false;
        }
    }

    /** Counted from when the first of them came: it may have waited for the group before. */
    private List<PendingEvent> gather() {
        var group = new ArrayList<PendingEvent>(MOST_IN_GROUP);
        var marks = 0;
        var next = next(System.nanoTime() + GATHERING.toNanos());
        while (next != null) {
            group.add(next);
            marks += next.event().subject().about().size();
            var isFull = group.size() == MOST_IN_GROUP || marks >= MOST_MARKS;
            next = isFull ? null : next(group.getFirst().since() + GATHERING.toNanos());
        }
        return group;
    }

    private @Nullable PendingEvent next(long end) {
        try {
            return waiting.poll(running ? Math.max(0, end - System.nanoTime()) : 0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            log.debug("nobody interrupts the diary", e);
            return null;
        }
    }

    @Override
    public void start() {
        running = true;
        ended = false;
        thread = Thread.ofPlatform().name("diary").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null && !thread.join(LONGEST_STOP)) {
                log.error("{} entries of the diary are lost, the database takes none", uncommitted.get());
            }
        } catch (InterruptedException e) {
            log.error("{} entries of the diary are lost, the gateway is not given the time", uncommitted.get(), e);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_CHANGES;
    }
}

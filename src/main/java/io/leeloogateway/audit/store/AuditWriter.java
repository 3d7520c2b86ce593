package io.leeloogateway.audit.store;

import io.leeloogateway.audit.capture.AuditBackpressure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Commits events in batches on one thread. The queue has no bound of its own; {@link AuditBackpressure} limits it. */
@Component
public class AuditWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditWriter.class);

    private static final Duration RETRY_DELAY = Duration.ofMillis(200);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}, and after the changes in flight. */
    public static final int PHASE = DEFAULT_PHASE - 8192;

    private final EventQueue queue = new EventQueue();
    private final AtomicInteger uncommitted = new AtomicInteger();
    private final BatchWriter writer;
    private volatile List<PendingEvent> currentBatch = List.of();
    private volatile boolean running;
    private volatile boolean closed;
    private @Nullable Thread thread;

    AuditWriter(BatchWriter writer, MeterRegistry metrics) {
        this.writer = writer;
        Gauge.builder("gateway.audit.waiting", this, AuditWriter::size)
                .description("events that wait to be committed")
                .register(metrics);
        TimeGauge.builder("gateway.audit.lag", this, TimeUnit.NANOSECONDS, AuditWriter::lag)
                .description("the time that the oldest of them has waited")
                .register(metrics);
    }

    /** The number of events that are not committed yet. */
    public int size() {
        return uncommitted.get();
    }

    /** In nanoseconds. Events of the current batch are older than events of the queue. */
    private long lag() {
        var oldest =
                Stream.concat(currentBatch.stream(), queue.oldest().stream()).findFirst();
        return oldest.map(event -> System.nanoTime() - event.since()).orElse(0L);
    }

    public CompletableFuture<Boolean> write(AuditEvent event) {
        var entry = new PendingEvent(event);
        uncommitted.incrementAndGet();
        queue.add(entry);
        if (closed && queue.remove(entry)) {
            uncommitted.decrementAndGet();
            writer.giveUp(entry, new IllegalStateException("the audit writer is closed"));
        }
        return entry.committed();
    }

    /** Also writes events that arrive during the stop. */
    private void run() {
        while (running) {
            writeBatch();
        }
        while (!queue.isEmpty()) {
            writeBatch();
        }
        closed = true;
        while (!queue.isEmpty()) {
            writeBatch();
        }
    }

    private void writeBatch() {
        var batch = queue.nextBatch(() -> running);
        currentBatch = batch;
        while (!batch.isEmpty() && !tryWrite(batch)) {
            LockSupport.parkNanos(RETRY_DELAY.toNanos());
        }
        currentBatch = List.of();
        uncommitted.addAndGet(-batch.size());
    }

    /** Survives every exception: as long as this thread lives, no event is lost. */
    private boolean tryWrite(List<PendingEvent> batch) {
        try {
            return writer.tryCommit(batch);
        } catch (RuntimeException | Error e) {
            log.error("{} audit events wait after an unexpected error", batch.size(), e);
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        closed = false;
        thread = Thread.ofPlatform().name("audit-writer").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null && !thread.join(STOP_TIMEOUT)) {
                log.error("{} audit events are lost, the database does not accept them", uncommitted.get());
            }
        } catch (InterruptedException e) {
            log.error("{} audit events are lost, the stop was interrupted", uncommitted.get(), e);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

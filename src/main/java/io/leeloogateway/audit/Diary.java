package io.leeloogateway.audit;

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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gathers events and has them committed in groups; who comes while too many wait, waits too. */
@Component
class Diary implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Diary.class);

    static final int MOST_WAITING = 5_000;
    private static final int MOST_IN_GROUP = 500;

    /** With the time that the commit takes, an entry is at most 100 ms late. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}, and after the changes under way. */
    static final int AFTER_THE_CHANGES = DEFAULT_PHASE - 8192;

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final GroupWriter writer;
    private volatile List<Waiting> atHand = List.of();
    private volatile boolean running;
    private @Nullable Thread thread;

    Diary(GroupWriter writer, MeterRegistry metrics) {
        this.writer = writer;
        Gauge.builder("gateway.audit.waiting", this, Diary::size)
                .description("how many events wait to be committed")
                .register(metrics);
        TimeGauge.builder("gateway.audit.lag", this, TimeUnit.NANOSECONDS, Diary::lag)
                .description("how long the oldest of them has waited")
                .register(metrics);
    }

    int size() {
        return waiting.size();
    }

    /** In nanoseconds; those at hand came before those in the queue. */
    private long lag() {
        var oldest = Stream.concat(atHand.stream(), Stream.ofNullable(waiting.peek()))
                .findFirst();
        return oldest.map(event -> System.nanoTime() - event.since()).orElse(0L);
    }

    CompletableFuture<Boolean> write(Event event) {
        var entry = new Waiting(event);
        put(entry);
        return entry.committed();
    }

    /** An interrupted request is one all the same. */
    private void put(Waiting entry) {
        var interrupted = Thread.interrupted();
        for (var isIn = waiting.offer(entry); !isIn; ) {
            try {
                waiting.put(entry);
                isIn = true;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running || !waiting.isEmpty()) {
            var group = gather();
            atHand = group;
            while (!group.isEmpty() && !writer.isCommitted(group)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            atHand = List.of();
        }
    }

    private List<Waiting> gather() {
        var group = new ArrayList<Waiting>();
        var end = System.nanoTime() + GATHERING.toNanos();
        try {
            for (var next = next(end); next != null; next = next(end)) {
                group.add(next);
                if (group.size() == MOST_IN_GROUP) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            log.debug("nobody interrupts the diary", e);
        }
        return group;
    }

    private @Nullable Waiting next(long end) throws InterruptedException {
        return waiting.poll(running ? Math.max(0, end - System.nanoTime()) : 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("diary").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null && !thread.join(LONGEST_STOP)) {
                log.error("{} entries of the diary are lost, the database takes none", waiting.size());
            }
        } catch (InterruptedException e) {
            log.error("{} entries of the diary are lost, the gateway is not given the time", waiting.size(), e);
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

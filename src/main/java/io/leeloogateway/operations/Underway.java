package io.leeloogateway.operations;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The changes that this instance has in hand; it stops only after the last of them is written down, or half a minute. */
@Component
class Underway implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Underway.class);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}. */
    private static final int AFTER_THE_SERVER = DEFAULT_PHASE - 4096;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    void add(UUID id) {
        ids.add(id);
    }

    void remove(UUID id) {
        ids.remove(id);
    }

    boolean has(UUID id) {
        return ids.contains(id);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!ids.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        running = false;
        if (!ids.isEmpty()) {
            log.warn("{} changes are still under way; their outcome will be unknown: {}", ids.size(), ids);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_SERVER;
    }
}

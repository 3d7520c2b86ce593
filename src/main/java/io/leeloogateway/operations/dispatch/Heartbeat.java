package io.leeloogateway.operations.dispatch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes this instance's heartbeat every second and then runs {@link OrphanRecovery}. Has its own thread, because Spring's schedulers stop
 * before the web server has drained, and an instance with changes in flight must not look dead.
 */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final InstanceId instance;
    private final InstanceRepository instances;
    private final OrphanRecovery orphans;
    private volatile @Nullable Thread thread;

    Heartbeat(InstanceId instance, InstanceRepository instances, OrphanRecovery orphans) {
        this.instance = instance;
        this.instances = instances;
        this.orphans = orphans;
    }

    /** A database that is down does not prevent the start. */
    @Override
    public void start() {
        beat();
        thread = Thread.ofVirtual().name("heartbeat").unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        thread = null;
        try {
            instances.delete(instance.id());
        } catch (DataAccessException e) {
            log.debug("the heartbeat could not be deleted", e);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before and stops after every component that sends changes. */
    @Override
    public int getPhase() {
        return InFlightShutdown.AFTER_WEB_SERVER - 1;
    }

    private void run() {
        while (isCurrent()) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            if (isCurrent()) {
                beat();
            }
        }
    }

    private boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    private void beat() {
        try {
            instances.recordHeartbeat(instance.id());
            orphans.recover();
        } catch (DataAccessException | TransactionException e) {
            log.warn("the heartbeat could not be recorded: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("a heartbeat failed; the next follows", e);
        }
    }
}

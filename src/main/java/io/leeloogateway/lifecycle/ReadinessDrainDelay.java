package io.leeloogateway.lifecycle;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stops before all others, and slowly: readiness is down, but requests still come until everybody has noticed. */
@Component
@EnableConfigurationProperties(LifecycleProperties.class)
class ReadinessDrainDelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadinessDrainDelay.class);

    private final Duration drainDelay;
    private volatile boolean running;

    ReadinessDrainDelay(LifecycleProperties properties) {
        this.drainDelay = properties.drainDelay();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        log.info("not ready any more, serving for another {} s", drainDelay.toSeconds());
        var end = System.nanoTime() + drainDelay.toNanos();
        for (var left = drainDelay.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest there is, which is stopped first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

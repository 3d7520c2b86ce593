package io.leeloogateway.lifecycle;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delays shutdown after readiness went down, because load balancers still send requests until they notice. Stops before all other beans. */
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
        log.info("readiness is down, requests are served for another {} s", drainDelay.toSeconds());
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

    /** The highest phase stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

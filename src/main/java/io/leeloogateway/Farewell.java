package io.leeloogateway;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stops before all others, and slowly: readiness is down, but requests still come until everybody has noticed. */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class Farewell implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    private final Duration keepServing;
    private volatile boolean running;

    Farewell(ShutdownProperties properties) {
        this.keepServing = properties.keepServing();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        log.info("not ready any more, serving for another {} s", keepServing.toSeconds());
        var end = System.nanoTime() + keepServing.toNanos();
        for (var left = keepServing.toNanos(); left > 0; left = end - System.nanoTime()) {
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

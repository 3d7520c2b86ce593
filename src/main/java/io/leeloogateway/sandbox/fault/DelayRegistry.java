package io.leeloogateway.sandbox.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The delays of slow responses. A reset and a shutdown end them early. */
public final class DelayRegistry {

    private final AtomicReference<CountDownLatch> ended = new AtomicReference<>(new CountDownLatch(1));

    /** Waits; returns false if the delay was ended early. */
    public boolean await(Duration delay) {
        try {
            return !ended.get().await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all current and future delays. */
    public void close() {
        ended.get().countDown();
    }

    /** Ends all current delays. */
    public void endAll() {
        ended.getAndSet(new CountDownLatch(1)).countDown();
    }
}

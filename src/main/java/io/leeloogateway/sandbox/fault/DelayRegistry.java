package io.leeloogateway.sandbox.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The silences of slow answers, which a reset and the end of the application cut short. */
public final class DelayRegistry {

    private final AtomicReference<CountDownLatch> ended = new AtomicReference<>(new CountDownLatch(1));

    /** Waits; false when the silence was cut short. */
    public boolean keep(Duration pause) {
        try {
            return !ended.get().await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the present silences and all later ones. */
    public void close() {
        ended.get().countDown();
    }

    /** Ends the present silences. */
    public void endAll() {
        ended.getAndSet(new CountDownLatch(1)).countDown();
    }
}

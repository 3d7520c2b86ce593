package io.leeloogateway.bulkhead;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that others change and announce with {@code notifyAll}. */
final class MonitorWait {

    private MonitorWait() {}

    /** Waits on a monitor that the caller holds. Returns false if the condition does not become true in time, or the thread is interrupted. */
    static boolean until(Object monitor, BooleanSupplier condition, Duration maxWait) {
        var end = System.nanoTime() + maxWait.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (!left.isPositive()) {
                    return false;
                }
                monitor.wait(left.toMillis() + 1);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package io.leeloogateway.attack;

import io.leeloogateway.fixtures.GatewayProcess;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The most heap, direct and anonymous memory that a gateway used, measured every second. */
final class MemoryPeaks implements AutoCloseable {

    private static final int MIB = 1024 * 1024;

    private final AtomicLong heap = new AtomicLong();
    private final AtomicLong direct = new AtomicLong();
    private final AtomicLong anonymous = new AtomicLong();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the end of the test
    MemoryPeaks(GatewayProcess gateway) {
        scheduler.scheduleAtFixedRate(() -> measure(gateway), 0, 1, TimeUnit.SECONDS);
    }

    private void measure(GatewayProcess gateway) {
        try {
            heap.accumulateAndGet(gateway.metric("jvm_memory_used_bytes", "area=\"heap\""), Math::max);
            direct.accumulateAndGet(gateway.metric("jvm_buffer_memory_used_bytes", "id=\"direct\""), Math::max);
            anonymous.accumulateAndGet(gateway.anonymousBytes(), Math::max);
        } catch (IOException _) {
            // A gateway that does not respond is noticed by its client.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long heapMib() {
        return heap.get() / MIB;
    }

    long directMib() {
        return direct.get() / MIB;
    }

    /** What counts against the limit of a container and cannot be read again from a file. */
    long anonymousMib() {
        return anonymous.get() / MIB;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}

package io.leeloogateway.attack;

import io.leeloogateway.fixtures.GatewayProcessClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A well-behaved client that reads once a second and does not wait for one response before the next request. */
final class SteadyClient implements AutoCloseable {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Duration> answered = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the end of the test
    SteadyClient(GatewayProcessClient client, int port) {
        var address = URI.create("http://127.0.0.1:" + port + "/api/v1/tags");
        scheduler.scheduleAtFixedRate(() -> ask(client, address), 0, 1, TimeUnit.SECONDS);
    }

    private void ask(GatewayProcessClient client, URI address) {
        var began = System.nanoTime();
        asked.incrementAndGet();
        var _ = client.read(address).handle((response, _) -> {
            var isAnswered = response != null && response.isSuccess();
            return isAnswered
                    ? answered.add(Duration.ofNanos(System.nanoTime() - began))
                    : failed.incrementAndGet() > 0;
        });
    }

    int asked() {
        return asked.get();
    }

    boolean isCompleted() {
        return asked.get() == answered.size() + failed.get();
    }

    double answeredShare() {
        return answered.size() / (double) asked.get();
    }

    Duration percentile(int percent) {
        var sorted = answered.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }

    /** Requests that were sent may still complete. */
    void stopAsking() {
        scheduler.shutdownNow();
    }

    @Override
    public void close() {
        stopAsking();
    }
}

package io.leeloogateway.bulkhead;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bounds how many costly requests of a kind are served at once, of all clients together and of each client. */
public final class ClientBulkhead {

    /** Of one request; closing releases it. */
    public interface Permit extends AutoCloseable {

        @Override
        void close();
    }

    private final int permits;
    private final int permitsOfAClient;
    private final Map<String, Integer> acquired = new HashMap<>();

    public ClientBulkhead(int permits, int permitsOfAClient) {
        this.permits = permits;
        this.permitsOfAClient = permitsOfAClient;
    }

    /** A permit for the client of the current request; empty if none is free. */
    public Optional<Permit> tryAcquire() {
        return tryAcquire(Duration.ZERO);
    }

    /** A permit for the client of the current request; empty if none becomes free in time. */
    public synchronized Optional<Permit> tryAcquire(Duration maxWait) {
        var clientId = RequestContext.find()
                .flatMap(RequestContext::caller)
                .map(Caller::clientId)
                .orElse("");
        if (!awaitFree(clientId, maxWait)) {
            return Optional.empty();
        }
        acquired.merge(clientId, 1, Integer::sum);
        return Optional.of(() -> release(clientId));
    }

    private boolean awaitFree(String clientId, Duration maxWait) {
        var end = System.nanoTime() + maxWait.toNanos();
        try {
            while (!isFree(clientId)) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (!left.isPositive()) {
                    return false;
                }
                wait(left.toMillis() + 1);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isFree(String clientId) {
        return acquired.getOrDefault(clientId, 0) < permitsOfAClient
                && acquired.values().stream().mapToInt(Integer::intValue).sum() < permits;
    }

    private synchronized void release(String clientId) {
        acquired.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        notifyAll();
    }
}

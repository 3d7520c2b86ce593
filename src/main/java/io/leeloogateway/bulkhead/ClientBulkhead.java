package io.leeloogateway.bulkhead;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds how many costly requests of a kind are served at once, of all clients together and of each client. A request of the client with the fewest
 * requests in progress comes first. Of these, clients take turns: when a request ends, those of its client that wait go to the end.
 */
public final class ClientBulkhead {

    /** Of one request; closing releases it. */
    public interface Permit extends AutoCloseable {

        @Override
        void close();
    }

    private final int permits;
    private final int permitsOfAClient;
    private final Map<String, Integer> acquired = new HashMap<>();
    private final Set<Waiter> waiting = new LinkedHashSet<>();

    public ClientBulkhead(int permits, int permitsOfAClient) {
        this.permits = permits;
        this.permitsOfAClient = permitsOfAClient;
    }

    /** A request that waits for a permit. Two of a client are not equal. */
    private static final class Waiter {

        private final String clientId;

        Waiter(String clientId) {
            this.clientId = clientId;
        }
    }

    /** A permit for the client of the current request; empty if none is free. */
    public Optional<Permit> tryAcquire() {
        return tryAcquire(Duration.ZERO);
    }

    /** A permit for the client of the current request; empty if none becomes free in time. */
    public Optional<Permit> tryAcquire(Duration maxWait) {
        return tryAcquire(maxWait, Integer.MAX_VALUE);
    }

    /** A permit for the client of the current request; empty if none becomes free in time, or if so many of its requests wait already. */
    public synchronized Optional<Permit> tryAcquire(Duration maxWait, int maxWaiters) {
        var clientId = RequestContext.find()
                .flatMap(RequestContext::caller)
                .map(Caller::clientId)
                .orElse("");
        if (waitersOf(clientId).size() >= maxWaiters || !awaitFree(clientId, maxWait)) {
            return Optional.empty();
        }
        acquired.merge(clientId, 1, Integer::sum);
        return Optional.of(() -> release(clientId));
    }

    private boolean awaitFree(String clientId, Duration maxWait) {
        var waiter = new Waiter(clientId);
        waiting.add(waiter);
        try {
            return MonitorWait.until(this, () -> isNext(waiter), maxWait);
        } finally {
            leave(waiter);
        }
    }

    /** Those behind a request that has a permit wait on for the next one; those behind one that gave up may have waited for it. */
    private void leave(Waiter waiter) {
        waiting.remove(waiter);
        if (free() > 0) {
            notifyAll();
        }
    }

    private boolean isNext(Waiter waiter) {
        var free = free();
        return free > 0
                && waiting.stream()
                        .filter(other -> acquiredBy(other) < permitsOfAClient)
                        .sorted(Comparator.comparingInt(this::acquiredBy))
                        .limit(free)
                        .anyMatch(waiter::equals);
    }

    private int free() {
        return permits - acquired.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int acquiredBy(Waiter waiter) {
        return acquired.getOrDefault(waiter.clientId, 0);
    }

    private synchronized void release(String clientId) {
        acquired.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        letOthersPass(clientId);
        notifyAll();
    }

    /** Otherwise clients of which many requests wait would take turns, and the only one of another client would wait behind all of these. */
    private void letOthersPass(String clientId) {
        var own = waitersOf(clientId);
        own.forEach(waiting::remove);
        waiting.addAll(own);
    }

    private List<Waiter> waitersOf(String clientId) {
        return waiting.stream()
                .filter(waiter -> waiter.clientId.equals(clientId))
                .toList();
    }
}

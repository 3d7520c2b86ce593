package io.leeloogateway.places;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bounds how many costly requests of a kind are served at once, of all clients together and of each client. */
public final class ClientPlaces {

    /** One of the places; closing frees it. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    private final int places;
    private final int placesOfAClient;
    private final Map<String, Integer> taken = new HashMap<>();

    public ClientPlaces(int places, int placesOfAClient) {
        this.places = places;
        this.placesOfAClient = placesOfAClient;
    }

    /** A place for the client of the current request; empty if none is free. */
    public Optional<Place> take() {
        return take(Duration.ZERO);
    }

    /** A place for the client of the current request; empty if none becomes free in time. */
    public synchronized Optional<Place> take(Duration maxWait) {
        var clientId = RequestContext.find()
                .flatMap(RequestContext::caller)
                .map(Caller::clientId)
                .orElse("");
        if (!awaitFree(clientId, maxWait)) {
            return Optional.empty();
        }
        taken.merge(clientId, 1, Integer::sum);
        return Optional.of(() -> free(clientId));
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
        return taken.getOrDefault(clientId, 0) < placesOfAClient
                && taken.values().stream().mapToInt(Integer::intValue).sum() < places;
    }

    private synchronized void free(String clientId) {
        taken.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        notifyAll();
    }
}

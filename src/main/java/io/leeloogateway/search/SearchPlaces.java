package io.leeloogateway.search;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Bounds the searches that run at once, so that slow ones leave connections to the database to other requests, and those of one client places to others. */
@Component
class SearchPlaces {

    /** Fewer than half of the connections of an instance. */
    static final int PLACES = 4;

    static final int PLACES_PER_CLIENT = 2;

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final Map<String, Integer> searches = new HashMap<>();

    <T> T with(Supplier<T> search) {
        var clientId = RequestContext.find()
                .flatMap(RequestContext::caller)
                .map(Caller::clientId)
                .orElse("");
        if (!awaitPlace(clientId)) {
            throw new TooManySearches();
        }
        try {
            return search.get();
        } finally {
            release(clientId);
        }
    }

    private synchronized boolean awaitPlace(String clientId) {
        var end = System.nanoTime() + MAX_WAIT.toNanos();
        try {
            while (!isFree(clientId)) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (!left.isPositive()) {
                    return false;
                }
                wait(left.toMillis() + 1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        searches.merge(clientId, 1, Integer::sum);
        return true;
    }

    private boolean isFree(String clientId) {
        return searches.getOrDefault(clientId, 0) < PLACES_PER_CLIENT
                && searches.values().stream().mapToInt(Integer::intValue).sum() < PLACES;
    }

    private synchronized void release(String clientId) {
        searches.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        notifyAll();
    }
}

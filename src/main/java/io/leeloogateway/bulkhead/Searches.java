package io.leeloogateway.bulkhead;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Searches for words, which may compare many rows. They have three of the ten connections of the request pool, and a client one of them, so that
 * they hold up neither the lists ({@link SlowQueries}) nor each other for long.
 */
@Component
public class Searches {

    /** Most searches of three other clients end sooner. */
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final ClientBulkhead bulkhead = new ClientBulkhead(3, 1);

    /** Waits at most three seconds for a permit; a search that gets none is a 503. */
    public <T> T run(Supplier<T> search) {
        try (var _ = bulkhead.tryAcquire(WAIT).orElseThrow(TooManyQueries::new)) {
            return search.get();
        }
    }
}

package io.leeloogateway.bulkhead;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Searches for words, which may compare many rows. They have three of the ten connections of the request pool, and a client one of them, so that
 * they hold up neither the lists ({@link SlowQueries}) nor each other for long.
 */
@Component
public class Searches {

    /** Longer than the searches of five other clients take, three at a time. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    /** Of a client. */
    private static final int MAX_WAITERS = 16;

    private static final ScopedValue<Boolean> HAS_PERMIT = ScopedValue.newInstance();

    private final ClientBulkhead bulkhead = new ClientBulkhead(3, 1);

    /** Waits at most five seconds for a permit; a search that gets none is a 503. A search within this one has its permit. */
    public <T> T run(Supplier<T> search) {
        return HAS_PERMIT.isBound() ? search.get() : runWithPermit(search);
    }

    private <T> T runWithPermit(Supplier<T> search) {
        try (var _ = bulkhead.tryAcquire(maxWait(), MAX_WAITERS).orElseThrow(TooManyQueries::new)) {
            return ScopedValue.where(HAS_PERMIT, true).call(search::get);
        }
    }

    private static Duration maxWait() {
        return RequestContext.find()
                .map(context ->
                        context.deadline().orEarlier(Deadline.after(WAIT)).remaining())
                .orElse(WAIT);
    }
}

package io.leeloogateway.cache.store;

import io.leeloogateway.bulkhead.ClientBulkhead;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/** Lets few bodies be read from the database at once: the driver needs several times their size. */
final class BodyReads {

    private static final int MAX = 4;
    private static final int MAX_OF_A_CLIENT = 2;

    /** Hundreds of reads of one entry come before the first has put it into memory. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final ClientBulkhead places = new ClientBulkhead(MAX, MAX_OF_A_CLIENT);

    <T> T run(Supplier<T> read) {
        try (var _ = places.tryAcquire(MAX_WAIT)
                .orElseThrow(() -> new QueryTimeoutException("other cache entries are read"))) {
            return read.get();
        }
    }
}

package io.leeloogateway.access.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes leases, but waits for none of them longer than a caller would like. */
@Component
class QuotaLeaseClient {

    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(QuotaLeaseClient.class);
    private static final int PARTS = 20;

    private final QuotaLeaseRepository store;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    QuotaLeaseClient(QuotaLeaseRepository store) {
        this.store = store;
    }

    /** A twentieth of the limit, at least one; empty when the database does not answer in time. */
    Optional<QuotaLease> take(String clientId, int limit) {
        var asked = threads.submit(() -> store.lease(clientId, limit, Math.max(1, limit / PARTS)));
        try {
            return Optional.of(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            log.warn("the limit of client {} is counted by this replica alone for the rest of its window", clientId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asked.cancel(true);
        return Optional.empty();
    }
}

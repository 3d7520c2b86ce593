package io.leeloogateway.access.ratelimit;

import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acquires quota leases with a timeout. */
@Component
class QuotaLeaseClient {

    static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(QuotaLeaseClient.class);
    private static final int LEASES_PER_WINDOW = 20;

    private final QuotaLeaseRepository repository;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    QuotaLeaseClient(QuotaLeaseRepository repository) {
        this.repository = repository;
    }

    /** Acquires a twentieth of the limit, at least 1; empty if the database does not respond in time. */
    Optional<QuotaLease> acquire(String clientId, int limit) {
        var lease = threads.submit(() -> repository.acquire(clientId, limit, Math.max(1, limit / LEASES_PER_WINDOW)));
        try {
            return Optional.of(TimeLimiter.await(lease, TIMEOUT));
        } catch (TimeoutException | RuntimeException e) {
            lease.cancel(true);
            log.warn("the limit of client {} is counted by this replica only until its window ends", clientId, e);
            return Optional.empty();
        }
    }
}

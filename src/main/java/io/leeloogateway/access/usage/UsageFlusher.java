package io.leeloogateway.access.usage;

import io.leeloogateway.access.ratelimit.QuotaLeaseRepository;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Stores the counted usage every few seconds and at shutdown, and deletes old rows. */
@Component
public class UsageFlusher {

    private static final Logger log = LoggerFactory.getLogger(UsageFlusher.class);
    private static final int INTERVAL_SECONDS = 3;
    private static final Duration RETENTION = Duration.ofDays(8);

    private final UsageCounter counter;
    private final UsageRepository usage;
    private final QuotaLeaseRepository leases;
    private final Clock clock;

    UsageFlusher(UsageCounter counter, UsageRepository usage, QuotaLeaseRepository leases, Clock clock) {
        this.counter = counter;
        this.usage = usage;
        this.leases = leases;
        this.clock = clock;
    }

    @PreDestroy
    @Scheduled(initialDelay = INTERVAL_SECONDS, fixedDelay = INTERVAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    public void flush() {
        var requests = counter.drainRequests();
        var keyUses = counter.drainKeyUses();
        if (requests.isEmpty() && keyUses.isEmpty()) {
            return;
        }
        try {
            usage.save(requests, keyUses);
        } catch (DataAccessException | TransactionException e) {
            counter.restore(requests, keyUses);
            log.warn("storing {} usage counts failed; they stay in memory", requests.size(), e);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void deleteOld() {
        delete("usage", () -> usage.deleteBefore(clock.instant().minus(RETENTION)));
        delete("rate limit windows", leases::deleteExpired);
    }

    private static void delete(String what, IntSupplier deletion) {
        try {
            log.debug("deleted {} old rows of {}", deletion.getAsInt(), what);
        } catch (DataAccessException | TransactionException e) {
            log.warn("old rows of {} could not be deleted; the next attempt follows", what, e);
        }
    }
}

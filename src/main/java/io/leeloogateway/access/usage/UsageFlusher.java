package io.leeloogateway.access.usage;

import io.leeloogateway.access.ratelimit.QuotaLeaseRepository;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down every few seconds, and once more at the end, what clients used; and tears out old pages. */
@Component
public class UsageFlusher {

    private static final Logger log = LoggerFactory.getLogger(UsageFlusher.class);
    private static final int SECONDS = 3;
    private static final Duration KEPT = Duration.ofHours(25);

    private final UsageCounter tally;
    private final UsageRepository usage;
    private final QuotaLeaseRepository leases;
    private final Clock clock;

    UsageFlusher(UsageCounter tally, UsageRepository usage, QuotaLeaseRepository leases, Clock clock) {
        this.tally = tally;
        this.usage = usage;
        this.leases = leases;
        this.clock = clock;
    }

    @PreDestroy
    @Scheduled(initialDelay = SECONDS, fixedDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    public void write() {
        var requests = tally.takeRequests();
        var keys = tally.takeKeys();
        if (requests.isEmpty() && keys.isEmpty()) {
            return;
        }
        try {
            usage.write(requests, keys);
        } catch (DataAccessException | TransactionException e) {
            tally.putBack(requests, keys);
            log.warn("usage of {} operations is kept in memory, the database does not take it", requests.size(), e);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void forgetOld() {
        var rows = usage.forgetBefore(clock.instant().minus(KEPT)) + leases.forgetOld();
        log.debug("{} old rows of usage and windows deleted", rows);
    }
}

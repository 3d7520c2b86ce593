package io.leeloogateway.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Limits the requests per minute of each client across all replicas (ADR 8). */
@Component
public class RateLimiter {

    private static final int MAX_CLIENTS = 10_000;
    private static final Duration EXPIRE_AFTER_ACCESS = Duration.ofMinutes(2);

    private final QuotaLeaseClient leases;
    private final Cache<String, RateLimitWindow> windows = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(EXPIRE_AFTER_ACCESS)
            .build();

    RateLimiter(QuotaLeaseClient leases) {
        this.leases = leases;
    }

    @EventListener
    void clear(SandboxReset event) {
        windows.invalidateAll();
    }

    /** Lets an admitted request count as more requests. */
    public void charge(String clientId, long requests) {
        var window = windows.getIfPresent(clientId);
        if (requests > 0 && window != null) {
            window.charge(requests);
        }
    }

    public RateLimitStatus tryAcquire(AuthenticatedClient client) {
        var clientId = client.caller().clientId();
        var window = windows.get(clientId, _ -> new RateLimitWindow(System::nanoTime));
        return window.tryAcquire(
                client.requestsPerMinute(), client.readAtNanos(), limit -> leases.acquire(clientId, limit));
    }
}

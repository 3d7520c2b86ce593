package io.leeloogateway.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.access.AuthenticatedClient;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts each client's requests, on all replicas together (ADR 8). */
@Component
public class RateLimiter {

    private static final int MOST_CLIENTS = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final QuotaLeaseClient leases;
    private final Cache<String, RateLimitWindow> windows = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(KEPT)
            .build();

    RateLimiter(QuotaLeaseClient leases) {
        this.leases = leases;
    }

    public RateLimitStatus take(AuthenticatedClient pass) {
        var client = pass.caller().clientId();
        var window = windows.get(client, _ -> new RateLimitWindow(System::nanoTime));
        return window.take(pass.requestsPerMinute(), pass.readAt(), limit -> leases.take(client, limit));
    }
}

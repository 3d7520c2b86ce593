package io.leeloogateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts each client's requests, on all replicas together (ADR 8). */
@Component
class Limits {

    private static final int MOST_CLIENTS = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Leases leases;
    private final Cache<String, ClientWindow> windows = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(KEPT)
            .build();

    Limits(Leases leases) {
        this.leases = leases;
    }

    Allowance take(Pass pass) {
        var client = pass.caller().clientId();
        var window = windows.get(client, _ -> new ClientWindow(System::nanoTime));
        return window.take(pass.requestsPerMinute(), pass.readAt(), limit -> leases.take(client, limit));
    }
}

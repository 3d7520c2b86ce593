package io.leeloogateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.connections.ClientConnection;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the requests without a known caller by network. No rate limit bounds them, so those of a network that sends very many are served slowly. */
@Component
class UnknownCallers {

    static final int MAX_PER_MINUTE = 600;
    private static final int MAX_NETWORKS = 10_000;

    private final Cache<String, AtomicInteger> requests = Caffeine.newBuilder()
            .maximumSize(MAX_NETWORKS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @EventListener
    void clear(SandboxReset event) {
        requests.invalidateAll();
    }

    void pauseIfTooMany(HttpServletRequest request, HttpServletResponse response) {
        if (isTooMany(IpAddress.of(request))) {
            ClientConnection.of(request).ifPresent(connection -> connection.pause(response));
        }
    }

    boolean isTooMany(IpAddress address) {
        return requests.get(address.network(), _ -> new AtomicInteger()).incrementAndGet() > MAX_PER_MINUTE;
    }
}

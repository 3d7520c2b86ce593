package io.leeloogateway.access.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sums the usage of a client once in each minute: the rows of a week can be hundreds of thousands. */
@Component
public class RecentUsages {

    private final UsageRepository usage;
    private final Cache<Key, RecentUsage> sums = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    RecentUsages(UsageRepository usage) {
        this.usage = usage;
    }

    private record Key(String clientId, Instant minute) {}

    /** Concurrent requests of a client share a query. */
    public RecentUsage find(String clientId, Instant now) {
        return sums.get(new Key(clientId, now.truncatedTo(ChronoUnit.MINUTES)), _ -> usage.findRecent(clientId, now));
    }

    @EventListener
    void forget(SandboxReset event) {
        sums.invalidateAll();
    }
}

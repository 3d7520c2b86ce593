package io.leeloogateway.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits events for each key to a number in a minute, which starts with the first event. Counts up to 10 000 keys. */
public final class FixedWindowCounter {

    static final int MAX_KEYS = 10_000;

    private final int limit;
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public FixedWindowCounter(int limit) {
        this.limit = limit;
    }

    public boolean tryAcquire(String key) {
        var count = counts.get(key, _ -> new AtomicInteger());
        return count.getAndUpdate(n -> Math.min(n + 1, limit)) < limit;
    }

    /** Whether the next event would be over the limit. */
    public boolean isUsedUp(String key) {
        var count = counts.getIfPresent(key);
        return count != null && count.get() >= limit;
    }

    public void release(String key) {
        counts.get(key, _ -> new AtomicInteger()).getAndUpdate(n -> Math.max(n - 1, 0));
    }

    public void clear() {
        counts.invalidateAll();
    }

    public long size() {
        counts.cleanUp();
        return counts.estimatedSize();
    }
}

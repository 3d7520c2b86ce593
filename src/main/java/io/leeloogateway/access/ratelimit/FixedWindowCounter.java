package io.leeloogateway.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** So many a minute for each name; the minute begins with the first. Of the names most often used, 10 000 are remembered. */
public final class FixedWindowCounter {

    static final int MOST_NAMES = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> taken = Caffeine.newBuilder()
            .maximumSize(MOST_NAMES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public FixedWindowCounter(int most) {
        this.most = most;
    }

    public boolean take(String name) {
        var count = taken.get(name, _ -> new AtomicInteger());
        return count.getAndUpdate(n -> Math.min(n + 1, most)) < most;
    }

    public void giveBack(String name) {
        taken.get(name, _ -> new AtomicInteger()).getAndUpdate(n -> Math.max(n - 1, 0));
    }

    public long size() {
        taken.cleanUp();
        return taken.estimatedSize();
    }
}

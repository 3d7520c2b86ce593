package io.leeloogateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** So many a minute for each name; the minute begins with the first. Of the names most often used, 10 000 are remembered. */
final class Budget {

    static final int MOST_NAMES = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> taken = Caffeine.newBuilder()
            .maximumSize(MOST_NAMES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Budget(int most) {
        this.most = most;
    }

    boolean take(String name) {
        var count = taken.get(name, _ -> new AtomicInteger());
        return count.getAndUpdate(n -> Math.min(n + 1, most)) < most;
    }

    void giveBack(String name) {
        taken.get(name, _ -> new AtomicInteger()).getAndUpdate(n -> Math.max(n - 1, 0));
    }

    long size() {
        taken.cleanUp();
        return taken.estimatedSize();
    }
}

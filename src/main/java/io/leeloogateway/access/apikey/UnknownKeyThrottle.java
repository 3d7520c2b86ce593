package io.leeloogateway.access.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.access.ratelimit.FixedWindowCounter;
import io.leeloogateway.request.IpAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Limits the look-ups of unknown keys for each address and in total, and remembers the ids of unknown keys. */
@Component
class UnknownKeyThrottle {

    static final int MAX_PER_ADDRESS = 30;
    static final int MAX_TOTAL = 600;

    private static final int MAX_IDS = 10_000;
    private static final Duration IDS_TTL = Duration.ofSeconds(30);
    private static final String TOTAL = "all";

    private final FixedWindowCounter perAddress = new FixedWindowCounter(MAX_PER_ADDRESS);
    private final FixedWindowCounter total = new FixedWindowCounter(MAX_TOTAL);
    private final Cache<String, Boolean> unknownIds =
            Caffeine.newBuilder().maximumSize(MAX_IDS).expireAfterWrite(IDS_TTL).build();

    /** Whether a recent look-up did not find the key. */
    boolean isRecentlyUnknown(String keyId) {
        return unknownIds.getIfPresent(keyId) != null;
    }

    /** Takes one look-up from the limit of the address; {@link #release} returns it if the key is known. */
    boolean tryAcquire(IpAddress address) {
        return perAddress.tryAcquire(address.network()) && total.tryAcquire(TOTAL);
    }

    void recordUnknown(String keyId) {
        unknownIds.put(keyId, true);
    }

    void release(IpAddress address) {
        perAddress.release(address.network());
        total.release(TOTAL);
    }

    void clear() {
        unknownIds.invalidateAll();
        perAddress.clear();
        total.clear();
    }

    long size() {
        unknownIds.cleanUp();
        return unknownIds.estimatedSize() + perAddress.size();
    }
}

package io.leeloogateway.access.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.access.client.CidrBlock;
import io.leeloogateway.access.ratelimit.FixedWindowCounter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Remembers who asked with keys that nobody knows: which keys, and how often from which address. */
@Component
class UnknownKeyThrottle {

    static final int MOST_PER_ADDRESS = 30;
    static final int MOST_OF_ALL = 600;

    private static final int MOST_IDS = 10_000;
    private static final Duration IDS_KEPT = Duration.ofSeconds(30);
    private static final String ALL = "all";

    private final FixedWindowCounter perAddress = new FixedWindowCounter(MOST_PER_ADDRESS);
    private final FixedWindowCounter ofAll = new FixedWindowCounter(MOST_OF_ALL);
    private final Cache<String, Boolean> ids = Caffeine.newBuilder()
            .maximumSize(MOST_IDS)
            .expireAfterWrite(IDS_KEPT)
            .build();

    /** Whether this id was looked for in vain just now. */
    boolean isOne(String keyId) {
        return ids.getIfPresent(keyId) != null;
    }

    /** Takes a look-up from this address's budget; it is given back when the key turns out to be known. */
    boolean mayAsk(String address) {
        return perAddress.take(source(address)) && ofAll.take(ALL);
    }

    void was(String keyId) {
        ids.put(keyId, true);
    }

    void wasNone(String address) {
        perAddress.giveBack(source(address));
        ofAll.giveBack(ALL);
    }

    long size() {
        ids.cleanUp();
        return ids.estimatedSize() + perAddress.size();
    }

    /** Whoever has one IPv6 address has the 2^64 beside it, too. */
    private static String source(String address) {
        return CidrBlock.address(address).map(CidrBlock::neighbourhood).orElse(address);
    }
}

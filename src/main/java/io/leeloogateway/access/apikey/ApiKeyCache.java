package io.leeloogateway.access.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.leeloogateway.access.KeyStates;
import io.leeloogateway.access.client.ClientKeyRepository;
import io.leeloogateway.access.client.ClientPermissionsChanged;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Caches API keys for seconds and bounds the look-ups of unknown keys (ADR 7). */
@Component
class ApiKeyCache implements KeyStates {

    /** Counted from before the read, so that changes take effect on every replica within 5 s. */
    static final Duration MAX_AGE = Duration.ofSeconds(4);

    private static final Duration REFRESH_AFTER = Duration.ofSeconds(2);
    private static final Duration VALID_IDS_TTL = Duration.ofSeconds(1);
    private static final int MAX_ENTRIES = 10_000;

    private final ClientKeyRepository keys;
    private final UnknownKeyThrottle throttle;
    private final Clock clock;
    private final LookupCircuitBreaker circuitBreaker = new LookupCircuitBreaker();

    /** The loader returns null for an unknown key, which is then not cached; Caffeine's annotations exclude null. */
    @SuppressWarnings("NullAway")
    private final LoadingCache<String, CachedApiKey> cache = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .refreshAfterWrite(REFRESH_AFTER)
            .expireAfter(Expiry.<String, CachedApiKey>writing((_, key) -> timeToLive(key)))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(this::read);

    private final Cache<Boolean, Set<String>> validIds =
            Caffeine.newBuilder().expireAfterWrite(VALID_IDS_TTL).build();

    ApiKeyCache(ClientKeyRepository keys, UnknownKeyThrottle throttle, Clock clock) {
        this.keys = keys;
        this.throttle = throttle;
        this.clock = clock;
    }

    Optional<CachedApiKey> find(String keyId, IpAddress address) {
        var cached = cache.getIfPresent(keyId);
        if (cached != null) {
            return Optional.of(cached);
        }
        if (throttle.isRecentlyUnknown(keyId)) {
            return Optional.empty();
        }
        return throttle.tryAcquire(address) ? load(keyId, address) : loadIfValid(keyId);
    }

    @Override
    public Optional<Caller> findCaller(String keyId, IpAddress address) {
        return Optional.ofNullable(cache.get(keyId))
                .filter(key -> key.isUsableFrom(address, clock.instant()))
                .map(key -> key.authenticatedClient().caller());
    }

    @TransactionalEventListener
    void invalidate(ClientPermissionsChanged change) {
        cache.asMap().values().removeIf(key -> key.clientId().equals(change.clientId()));
        validIds.invalidateAll();
    }

    @EventListener
    void clear(SandboxReset event) {
        cache.invalidateAll();
        validIds.invalidateAll();
        throttle.clear();
    }

    long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }

    private Optional<CachedApiKey> load(String keyId, IpAddress address) {
        var found = Optional.ofNullable(cache.get(keyId));
        if (found.isPresent()) {
            throttle.release(address);
        } else {
            throttle.recordUnknown(keyId);
        }
        return found;
    }

    /** For an address over its limit, one query a second reads the ids of all valid keys. */
    private Optional<CachedApiKey> loadIfValid(String keyId) {
        var valid = validIds.get(true, _ -> circuitBreaker.execute(() -> keys.findIdsValidAt(clock.instant())));
        return valid.contains(keyId) ? Optional.ofNullable(cache.get(keyId)) : Optional.empty();
    }

    private @Nullable CachedApiKey read(String keyId) {
        var readAtNanos = System.nanoTime();
        return circuitBreaker
                .execute(() -> keys.findWithClient(keyId))
                .map(found -> CachedApiKey.of(found, readAtNanos))
                .orElse(null);
    }

    private static Duration timeToLive(CachedApiKey key) {
        var age = Duration.ofNanos(System.nanoTime() - key.readAtNanos());
        return age.compareTo(MAX_AGE) < 0 ? MAX_AGE.minus(age) : Duration.ZERO;
    }
}

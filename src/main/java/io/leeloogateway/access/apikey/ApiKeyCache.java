package io.leeloogateway.access.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.leeloogateway.access.client.ClientKeyRepository;
import io.leeloogateway.access.client.ClientPermissionsChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Remembers for moments which keys there are, so that most requests need no look-up, and strangers none that hurts (ADR 7). */
@Component
class ApiKeyCache {

    /** No key is believed for longer, counted from before it was read: what changes counts everywhere within 5 s. */
    static final Duration LONGEST = Duration.ofSeconds(4);

    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(2);
    private static final Duration IDS_KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final ClientKeyRepository keys;
    private final UnknownKeyThrottle strangers;
    private final Clock clock;
    private final LookupCircuitBreaker outage = new LookupCircuitBreaker();

    /** A loader says null for what is not there, which is then not remembered; Caffeine's annotations do not know. */
    @SuppressWarnings("NullAway")
    private final LoadingCache<String, CachedApiKey> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .refreshAfterWrite(REFRESHED_AFTER)
            .expireAfter(Expiry.<String, CachedApiKey>writing((_, key) -> rest(key)))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(this::read);

    private final Cache<Boolean, Set<String>> ids =
            Caffeine.newBuilder().expireAfterWrite(IDS_KEPT).build();

    ApiKeyCache(ClientKeyRepository keys, UnknownKeyThrottle strangers, Clock clock) {
        this.keys = keys;
        this.strangers = strangers;
        this.clock = clock;
    }

    Optional<CachedApiKey> find(String keyId, String address) {
        var remembered = known.getIfPresent(keyId);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        if (strangers.isOne(keyId)) {
            return Optional.empty();
        }
        return strangers.mayAsk(address) ? ask(keyId, address) : askIfValid(keyId);
    }

    @TransactionalEventListener
    void forget(ClientPermissionsChanged change) {
        known.asMap().values().removeIf(key -> key.clientId().equals(change.clientId()));
        ids.invalidateAll();
    }

    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private Optional<CachedApiKey> ask(String keyId, String address) {
        var found = Optional.ofNullable(known.get(keyId));
        if (found.isPresent()) {
            strangers.wasNone(address);
        } else {
            strangers.was(keyId);
        }
        return found;
    }

    /** From where too many strangers came, one query a second tells all valid keys apart from all others. */
    private Optional<CachedApiKey> askIfValid(String keyId) {
        var valid = ids.get(true, _ -> outage.guard(() -> keys.findIdsValidAt(clock.instant())));
        return valid.contains(keyId) ? Optional.ofNullable(known.get(keyId)) : Optional.empty();
    }

    private @Nullable CachedApiKey read(String keyId) {
        var readAt = System.nanoTime();
        return outage.guard(() -> keys.findWithClientById(keyId))
                .map(key -> CachedApiKey.of(key, readAt))
                .orElse(null);
    }

    private static Duration rest(CachedApiKey key) {
        var age = Duration.ofNanos(System.nanoTime() - key.readAt());
        return age.compareTo(LONGEST) < 0 ? LONGEST.minus(age) : Duration.ZERO;
    }
}

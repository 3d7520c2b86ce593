package io.leeloogateway.cache.lease;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.CacheKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the replicas that entries were refreshed, so that they serve the newer ones soon. Nobody waits for it: the older entries are still valid. */
@Component
public class StoredEntries {

    private static final String SEPARATOR = "\n";

    /** PostgreSQL takes up to 8,000 bytes. */
    private static final int MAX_LENGTH = 7_900;

    private final LocalCache cache;
    private final JdbcClient database;

    StoredEntries(LocalCache cache, JdbcClient database) {
        this.cache = cache;
        this.database = database;
    }

    public void announce(Collection<CacheKey> keys) {
        cache.forget(Set.copyOf(keys));
        var text = keys.stream().map(CacheKey::text).distinct().collect(joining(SEPARATOR));
        if (text.length() < MAX_LENGTH) {
            database.sql("select pg_notify(:channel, :keys)")
                    .param("channel", CacheLeaseConnections.CHANNEL)
                    .param("keys", text)
                    .query((_, _) -> true)
                    .list();
        }
    }

    void forget(String notification) {
        if (!notification.isEmpty()) {
            cache.forgetTexts(Arrays.stream(notification.split(SEPARATOR)).collect(Collectors.toUnmodifiableSet()));
        }
    }
}

package io.leeloogateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.cache.store.CacheEntry.State;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps parsed responses in memory. Each look-up asks the database for the current version of the entry, so that no instance serves an outdated value. */
@Component
public class LocalCache {

    /** Counts response bodies; the parsed values take a few times as much memory. */
    private static final int MAX_BYTES = 16_000_000;

    private final Cache<CacheKey, ParsedValue> values = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((CacheKey _, ParsedValue value) -> value.size())
            .build();
    private final CacheEntryRepository entries;
    private final BatchCoalescer<CacheKey, CacheEntry> versions;
    private final LeelooClient leeloo;

    LocalCache(CacheEntryRepository entries, LeelooClient leeloo) {
        this.entries = entries;
        this.versions = new BatchCoalescer<>(entries::findVersions);
        this.leeloo = leeloo;
    }

    /** Reads the body from the database only if the parsed value is not in memory. */
    public CacheEntry find(CacheKey key) {
        return find(key, values.getIfPresent(key));
    }

    public CacheEntry findWithBody(CacheKey key) {
        return find(key, null);
    }

    private CacheEntry find(CacheKey key, @Nullable ParsedValue parsed) {
        var version = versions.find(key).orElseThrow();
        if (version.state() != State.FOUND) {
            return version;
        }
        if (parsed != null && parsed.isCurrent(version)) {
            return version.with(parsed);
        }
        return entries.find(key, parsed == null ? null : parsed.fetchedAt()).with(parsed);
    }

    /** Returns the value of an entry with its list row. */
    @SuppressWarnings("unchecked") // the entry of a query holds the result type of the query
    public <T> T read(Query<T> query, CacheEntry entry) {
        var parsed = entry.parsed();
        if (parsed != null && parsed.isCurrent(entry)) {
            return (T) parsed.value();
        }
        var source = parsed != null && parsed.hasBodyOf(entry) ? parsed : parse(query, entry);
        var plain = source.withoutListRow();
        var value = entry.listRow() == null ? plain : entries.mergeListRow(query.cacheKey(), plain, entry.listRow());
        values.put(
                query.cacheKey(),
                new ParsedValue(entry.fetchedAt(), entry.listRowFetchedAt(), value, plain, source.size()));
        return (T) value;
    }

    boolean isEmpty() {
        return values.asMap().isEmpty();
    }

    public void clear() {
        values.invalidateAll();
    }

    private ParsedValue parse(Query<?> query, CacheEntry entry) {
        var body = Objects.requireNonNull(entry.body());
        var value = leeloo.parse(query, body);
        return new ParsedValue(entry.fetchedAt(), null, value, value, body.size());
    }
}

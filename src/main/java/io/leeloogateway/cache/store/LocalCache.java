package io.leeloogateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies that were read before, so that they need not be sent and parsed again; the database says each time whether they still count. */
@Component
public class LocalCache {

    /** Of the documents; what they are parsed into takes a few times that. */
    private static final int MOST_BYTES = 16_000_000;

    private final Cache<CacheKey, Value> values = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((CacheKey _, Value value) -> value.size())
            .build();
    private final CacheEntryRepository copies;
    private final BatchCoalescer<CacheKey, EntryVersion> stamps;
    private final LeelooClient leeloo;

    LocalCache(CacheEntryRepository copies, LeelooClient leeloo) {
        this.copies = copies;
        this.stamps = new BatchCoalescer<>(copies::stamps);
        this.leeloo = leeloo;
    }

    /**
     * An answer, and when it was given.
     *
     * @param at when Leeloo gave it
     * @param rowAt when a list told later, which is in the answer; null where none did
     * @param answer the answer
     * @param plain the same without what a list told
     * @param size of its document, in bytes
     */
    public record Value(Instant at, @Nullable Instant rowAt, Object answer, Object plain, int size) {

        boolean is(EntryVersion stamp) {
            return at.equals(stamp.at()) && Objects.equals(rowAt, stamp.rowAt());
        }

        boolean is(CacheEntry copy) {
            return at.equals(copy.at()) && Objects.equals(rowAt, copy.rowAt());
        }
    }

    @Nullable
    public Value find(CacheKey key) {
        return values.getIfPresent(key);
    }

    /** Where a copy stands; asked together with what others ask at the same time, and with the document only if that is not known. */
    public CacheLookup look(CacheKey key, @Nullable Value known) {
        var stamp = stamps.ask(key).orElseThrow();
        if (stamp.at() == null) {
            return new CacheLookup(Optional.empty(), stamp.generation());
        }
        if (stamp.isTombstone()) {
            return new CacheLookup(Optional.of(CacheEntry.tombstone(stamp.at())), stamp.generation());
        }
        return known != null && known.is(stamp)
                ? new CacheLookup(Optional.of(CacheEntry.known(stamp)), stamp.generation())
                : copies.find(key, known == null ? null : known.at());
    }

    @SuppressWarnings("unchecked") // under the key of a query lies what answers it
    public <T> T read(Query<T> query, CacheEntry copy, @Nullable Value known) {
        if (known != null && known.is(copy)) {
            return (T) known.answer();
        }
        var value = known != null && known.at().equals(copy.at()) ? known : parse(query, copy);
        var answer = copy.row() == null ? value.plain() : copies.freshen(query.cacheKey(), value.plain(), copy.row());
        values.put(query.cacheKey(), new Value(copy.at(), copy.rowAt(), answer, value.plain(), value.size()));
        return (T) answer;
    }

    private Value parse(Query<?> query, CacheEntry copy) {
        var document = Objects.requireNonNull(copy.document());
        var answer = leeloo.parse(query, document);
        return new Value(copy.at(), null, answer, answer, document.size());
    }
}

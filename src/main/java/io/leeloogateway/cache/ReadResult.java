package io.leeloogateway.cache;

import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.CacheResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a read: a value or a failure, and where it comes from. A not-found has an entry and a failure.
 *
 * @param entry the entry of the response; null if Leeloo failed
 * @param value the value; null if there is a failure
 * @param failure the failure; null if there is a value
 * @param source where the response comes from
 * @param isStored whether the entry is in the cache
 * @param cacheResult age, remaining freshness and Cache-Status of the response; null until they are known
 * @param raw Leeloo's JSON, unchanged; null unless it was asked for
 */
public record ReadResult<T>(
        @Nullable CacheEntry entry,
        @Nullable T value,
        @Nullable ProblemException failure,
        Source source,
        boolean isStored,
        @Nullable CacheResult cacheResult,
        @Nullable String raw) {

    /** Where a response comes from. */
    public enum Source {
        CACHE,
        /** A load of this read. */
        OWN_LOAD,
        /** A load of another read in this instance. */
        SHARED_LOAD,
        /** A load of another instance. */
        REMOTE_LOAD
    }

    static <T> ReadResult<T> cached(CacheEntry entry, T value) {
        return new ReadResult<>(entry, value, null, Source.CACHE, true, null, null);
    }

    static <T> ReadResult<T> cachedNotFound(CacheEntry entry, ProblemException failure) {
        return new ReadResult<>(entry, null, failure, Source.CACHE, true, null, null);
    }

    public static <T> ReadResult<T> loaded(CacheEntry entry, T value) {
        return new ReadResult<>(entry, value, null, Source.OWN_LOAD, false, null, null);
    }

    public static <T> ReadResult<T> notFound(CacheEntry entry, ProblemException failure) {
        return new ReadResult<>(entry, null, failure, Source.OWN_LOAD, false, null, null);
    }

    public static <T> ReadResult<T> failed(ProblemException failure) {
        return new ReadResult<>(null, null, failure, Source.OWN_LOAD, false, null, null);
    }

    public ReadResult<T> stored() {
        return new ReadResult<>(entry, value, failure, source, true, cacheResult, raw);
    }

    public ReadResult<T> shared() {
        var sharedSource = source == Source.OWN_LOAD ? Source.SHARED_LOAD : source;
        return new ReadResult<>(entry, value, failure, sharedSource, isStored, cacheResult, raw);
    }

    public ReadResult<T> remote() {
        return new ReadResult<>(entry, value, failure, Source.REMOTE_LOAD, entry != null, cacheResult, raw);
    }

    /** The weight of Leeloo's response; zero without one, and if it counts since it was read from the database. */
    int weight() {
        return entry == null || (source == Source.CACHE && entry.body() != null) ? 0 : entry.weight();
    }

    ReadResult<T> with(CacheResult result) {
        return new ReadResult<>(entry, value, failure, source, isStored, result, raw);
    }

    ReadResult<T> withRaw(String json) {
        return new ReadResult<>(entry, value, failure, source, isStored, cacheResult, json);
    }

    public boolean isRemote() {
        return source == Source.REMOTE_LOAD;
    }

    /** Whether the call to Leeloo was made for another read ({@code collapsed}, RFC 9211). */
    boolean isCollapsed() {
        return source == Source.SHARED_LOAD || source == Source.REMOTE_LOAD;
    }

    public T orThrow() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }
}

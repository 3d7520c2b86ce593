package io.leeloogateway.cache;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a cache entry may be served, and whether a stale entry may be served if Leeloo fails (RFC 9111, RFC 5861). No other type decides this.
 *
 * @param ttl lifetimes of the entries of the resource type
 * @param notFoundTimeToLive time-to-live of a cached not-found
 */
public record FreshnessPolicy(TtlPolicy ttl, Duration notFoundTimeToLive) {

    /** How a read is answered. */
    public enum Verdict {
        /** From a fresh entry. */
        HIT,
        /** From a stale entry, which the caller accepts. */
        STALE_HIT,
        /** From a stale entry at once, while one call refreshes it. */
        STALE_WHILE_REVALIDATE,
        /** By Leeloo: there is no entry. */
        MISS,
        /** By Leeloo: the entry is too old. */
        EXPIRED,
        /** By Leeloo: the caller says no-cache. */
        REVALIDATE,
        /** With an error: no entry is fresh enough, and the caller says only-if-cached. */
        ONLY_IF_CACHED_MISS;

        boolean isHit() {
            return this == HIT || this == STALE_HIT || this == STALE_WHILE_REVALIDATE;
        }
    }

    Verdict evaluate(CacheEntry entry, RequestCacheControl cacheControl, Instant now) {
        if (!cacheControl.noCache() && entry.isPresent()) {
            if (isNotOlderThan(shorter(freshnessLifetime(entry), cacheControl.maxAge()), entry, now)) {
                return Verdict.HIT;
            }
            if (cacheControl.maxStale() != null
                    && !entry.isNotFound()
                    && isNotOlderThan(maxStaleAge(cacheControl), entry, now)) {
                return Verdict.STALE_HIT;
            }
            if (allowsRevalidation(entry, cacheControl, now)) {
                return Verdict.STALE_WHILE_REVALIDATE;
            }
        }
        if (cacheControl.onlyIfCached()) {
            return Verdict.ONLY_IF_CACHED_MISS;
        }
        if (cacheControl.noCache()) {
            return Verdict.REVALIDATE;
        }
        return entry.isPresent() ? Verdict.EXPIRED : Verdict.MISS;
    }

    /** Not with max-stale, whose limit is the caller's; and not without a call that stores a new entry. */
    private boolean allowsRevalidation(CacheEntry entry, RequestCacheControl cacheControl, Instant now) {
        return !entry.isNotFound()
                && !cacheControl.onlyIfCached()
                && !cacheControl.noStore()
                && cacheControl.maxStale() == null
                && isNotOlderThan(shorter(ttl.maxRevalidatedAge(), cacheControl.maxAge()), entry, now);
    }

    /** Whether a stale entry may be served instead of a failure of Leeloo; never an entry that is older than the caller accepts. */
    boolean allowsStaleOnError(CacheEntry entry, RequestCacheControl cacheControl, Instant now) {
        if (!entry.isPresent() || entry.isNotFound()) {
            return false;
        }
        if (cacheControl.maxStale() != null) {
            return isNotOlderThan(maxStaleAge(cacheControl), entry, now);
        }
        return !cacheControl.noCache()
                && isNotOlderThan(shorter(ttl.maxServedAge(), cacheControl.maxAge()), entry, now);
    }

    /** The age of an entry from the future is unknown: some clock is wrong, and the entry may be older than any limit. */
    private static boolean isNotOlderThan(Duration limit, CacheEntry entry, Instant now) {
        return !entry.fetchedAt().isAfter(now) && age(entry, now).compareTo(limit) <= 0;
    }

    /** Not negative, as the header {@code Age} requires. */
    static Duration age(CacheEntry entry, Instant now) {
        var age = Duration.between(entry.fetchedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** The remaining time for which the entry is fresh; negative for a stale entry. */
    Duration timeLeft(CacheEntry entry, Instant now) {
        return freshnessLifetime(entry).minus(age(entry, now));
    }

    private Duration freshnessLifetime(CacheEntry entry) {
        return entry.isNotFound() ? notFoundTimeToLive : ttl.freshnessLifetime();
    }

    /** The age that the caller accepts with max-stale, capped by the configured maximum. */
    private Duration maxStaleAge(RequestCacheControl cacheControl) {
        var accepted = shorter(ttl.freshnessLifetime(), cacheControl.maxAge()).plus(cacheControl.maxStale());
        return shorter(ttl.maxServedAge(), accepted);
    }

    private static Duration shorter(Duration first, @Nullable Duration second) {
        return second == null || first.compareTo(second) < 0 ? first : second;
    }
}

package io.leeloogateway.cache;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a copy is good enough, for whom and when: the one place that knows (RFC 9111, RFC 5861). */
public record FreshnessPolicy(TtlPolicy lifetime, Duration notFoundTimeToLive) {

    /** What to do about a read. */
    public enum Verdict {
        /** Give the copy, it is fresh. */
        FRESH,
        /** Give the copy though it is not fresh any more: the caller takes it. */
        STALE,
        /** Ask, there is no copy. */
        MISSING,
        /** Ask, the copy is too old. */
        EXPIRED,
        /** Ask, the caller wants that. */
        REQUESTED,
        /** Refuse, the caller does not want to ask. */
        NOTHING
    }

    Verdict judge(Optional<CacheEntry> copy, RequestCacheControl directives, Instant now) {
        if (!directives.noCache() && copy.isPresent()) {
            var age = age(copy.get(), now);
            if (age.compareTo(fresh(copy.get(), directives)) <= 0) {
                return Verdict.FRESH;
            }
            if (directives.maxStale() != null && !copy.get().isTombstone() && age.compareTo(stale(directives)) <= 0) {
                return Verdict.STALE;
            }
        }
        if (directives.onlyIfCached()) {
            return Verdict.NOTHING;
        }
        if (directives.noCache()) {
            return Verdict.REQUESTED;
        }
        return copy.isPresent() ? Verdict.EXPIRED : Verdict.MISSING;
    }

    /** Whether the copy is better than the failure that asking ended with; nothing older than wanted, nor than ever given. */
    boolean consoles(CacheEntry copy, RequestCacheControl directives, Instant now) {
        if (copy.isTombstone() || (directives.noCache() && directives.maxStale() == null)) {
            return false;
        }
        var longest =
                directives.maxStale() == null ? shorter(lifetime.longest(), directives.maxAge()) : stale(directives);
        return age(copy, now).compareTo(longest) <= 0;
    }

    static Duration age(CacheEntry copy, Instant now) {
        var age = Duration.between(copy.at(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    Duration fresh(CacheEntry copy) {
        return copy.isTombstone() ? notFoundTimeToLive : lifetime.fresh();
    }

    private Duration fresh(CacheEntry copy, RequestCacheControl directives) {
        return shorter(fresh(copy), directives.maxAge());
    }

    /** As stale as the caller takes it, capped by what is ever given. */
    private Duration stale(RequestCacheControl directives) {
        var wanted = shorter(lifetime.fresh(), directives.maxAge()).plus(directives.maxStale());
        return shorter(lifetime.longest(), wanted);
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) < 0 ? one : other;
    }
}

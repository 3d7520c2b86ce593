package io.leeloogateway.cache;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.bulkhead.TooManyLargeAnswers;
import io.leeloogateway.cache.CacheMetrics.Result;
import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import io.leeloogateway.cache.http.CacheStatus;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.load.RemoteFailure;
import io.leeloogateway.cache.load.SingleFlight;
import io.leeloogateway.cache.load.TurnNotReached;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.CacheResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Answers a read from the cache or from Leeloo, as the freshness policy decides. */
@Component
class CacheReader {

    private static final Logger log = LoggerFactory.getLogger(CacheReader.class);

    private final EntryFinder entries;
    private final LocalCache cache;
    private final SingleFlight singleFlight;
    private final LeelooClient leeloo;
    private final CacheProperties properties;
    private final CacheMetrics metrics;
    private final Clock clock;

    CacheReader(
            EntryFinder entries,
            LocalCache cache,
            SingleFlight singleFlight,
            LeelooClient leeloo,
            CacheProperties properties,
            CacheMetrics metrics,
            Clock clock) {
        this.entries = entries;
        this.cache = cache;
        this.singleFlight = singleFlight;
        this.leeloo = leeloo;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    boolean hasUsableEntry(Query<?> query, RequestCacheControl cacheControl) {
        AnswerSources.addOther();
        var entry = entries.find(query.cacheKey(), cacheControl);
        return policy(query).evaluate(entry, cacheControl, clock.instant()).isHit();
    }

    <T> ReadResult<T> read(Query<T> query, RequestCacheControl cacheControl) {
        return read(query, cacheControl, () -> Fallback.NONE);
    }

    /** The fallback is determined only if Leeloo must be asked. */
    <T> ReadResult<T> read(Query<T> query, RequestCacheControl cacheControl, Supplier<Fallback> fallback) {
        var started = System.nanoTime();
        try {
            var entry = entries.find(query.cacheKey(), cacheControl);
            return read(new CacheRead<>(query, cacheControl, policy(query), entry, started), fallback);
        } catch (DataAccessException e) {
            var remembered = cache.findInMemory(query.cacheKey()).orElseThrow(() -> e);
            return readWithoutDatabase(new CacheRead<>(query, cacheControl, policy(query), remembered, started), e);
        }
    }

    /** Serves the entry in memory as if Leeloo had failed. It may be from before a change, which other replicas have answered meanwhile. */
    private <T> ReadResult<T> readWithoutDatabase(CacheRead<T> read, DataAccessException failure) {
        var now = clock.instant();
        var isFresh = read.verdict(now) == Verdict.HIT;
        if (!isFresh && (read.cacheControl().onlyIfCached() || !read.allowsStaleOnError(now))) {
            throw failure;
        }
        var verdict = read.cacheControl().noCache() ? Verdict.REVALIDATE : Verdict.EXPIRED;
        return fromEntry(read, Result.SERVED_STALE, CacheStatus.servedStale(verdict, Optional.empty()));
    }

    /** Reads with Leeloo's response body, also if its parsed value is in memory. */
    <T> ReadResult<T> readWithBody(Query<T> query, RequestCacheControl cacheControl, Supplier<Fallback> fallback) {
        var started = System.nanoTime();
        return read(
                new CacheRead<>(query, cacheControl, policy(query), cache.findWithBody(query.cacheKey()), started),
                fallback);
    }

    private <T> ReadResult<T> read(CacheRead<T> read, Supplier<Fallback> fallback) {
        var now = clock.instant();
        var verdict = read.verdict(now);
        return switch (verdict) {
            case HIT -> fromEntry(read, Result.HIT, CacheStatus.hit());
            case STALE_HIT -> {
                var timeLeft = read.policy().timeLeft(read.entry(), now);
                yield fromEntry(read, Result.STALE, CacheStatus.staleHit(timeLeft));
            }
            case STALE_WHILE_REVALIDATE -> {
                singleFlight.refresh(read);
                var timeLeft = read.policy().timeLeft(read.entry(), now);
                yield fromEntry(read, Result.STALE_WHILE_REVALIDATE, CacheStatus.staleWhileRevalidate(timeLeft));
            }
            case ONLY_IF_CACHED_MISS -> {
                count(read, Result.NOT_CACHED);
                throw new OnlyIfCachedMiss();
            }
            case MISS, EXPIRED, REVALIDATE -> fromLeeloo(read, verdict, fallback(read, now, fallback));
        };
    }

    /** A caller that says no-cache waits for Leeloo until the deadline, also if a stale entry may be served on error. */
    private static Fallback fallback(CacheRead<?> read, Instant now, Supplier<Fallback> other) {
        var prefersLeeloo = read.cacheControl().noCache();
        return !prefersLeeloo && read.allowsStaleOnError(now) ? Fallback.STALE_ENTRY : other.get();
    }

    private <T> ReadResult<T> fromEntry(CacheRead<T> read, Result result, String status) {
        count(read, result);
        var entry = read.entry();
        if (result == Result.HIT) {
            AnswerSources.add(read.key(), entry);
        }
        var found = entry.isNotFound()
                ? ReadResult.<T>cachedNotFound(entry, leeloo.notFound(read.query()))
                : ReadResult.cached(entry, cache.read(read.query(), entry));
        return found.with(cacheResult(read, entry, status));
    }

    private <T> ReadResult<T> fromLeeloo(CacheRead<T> read, Verdict verdict, Fallback fallback) {
        var refusal = leeloo.refusalOfReads();
        if (refusal.isPresent()) {
            return staleOnError(read, verdict, refusal.get());
        }
        try {
            var result = singleFlight.join(read, fallback);
            if (result.entry() == null) {
                return staleOnError(read, verdict, requireNonNull(result.failure()));
            }
            count(read, result.isCollapsed() ? Result.COLLAPSED : Result.ASKED);
            var status = CacheStatus.forwarded(verdict, result.isStored(), result.isCollapsed());
            return result.with(cacheResult(read, result.entry(), status));
        } catch (TooManyLargeAnswers e) {
            return staleOnError(read, verdict, e);
        } catch (TurnNotReached _) {
            return staleOnError(read, verdict, LeelooQuotaExhausted.atDeadline());
        } catch (TimeoutException _) {
            return staleOnError(read, verdict, new CallerDeadlineExceeded());
        }
    }

    private <T> ReadResult<T> staleOnError(CacheRead<T> read, Verdict verdict, ProblemException failure) {
        if (!read.allowsStaleOnError(clock.instant()) || !isServerError(failure)) {
            count(read, Result.FAILED);
            throw failure;
        }
        log.info(
                "{} is served from a stale cache entry: {}",
                read.query().target(),
                failure.type().slug());
        var status = CacheStatus.servedStale(verdict, RemoteFailure.upstreamStatus(failure));
        return fromEntry(read, Result.SERVED_STALE, status);
    }

    /** A client error is Leeloo's response to the query, not a failure of Leeloo. */
    static boolean isServerError(ProblemException failure) {
        return failure.type().status().is5xxServerError();
    }

    private FreshnessPolicy policy(Query<?> query) {
        return properties.policy(query.cacheKey().kind());
    }

    private void count(CacheRead<?> read, Result result) {
        metrics.count(read.key().kind(), result);
        if (result != Result.HIT) {
            AnswerSources.addOther();
        }
    }

    private CacheResult cacheResult(CacheRead<?> read, CacheEntry entry, String status) {
        var now = clock.instant();
        return new CacheResult(FreshnessPolicy.age(entry, now), read.policy().timeLeft(entry, now), status);
    }
}

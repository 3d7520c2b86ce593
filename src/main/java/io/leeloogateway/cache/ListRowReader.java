package io.leeloogateway.cache;

import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import io.leeloogateway.cache.http.CacheStatus;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.load.RemoteFailure;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.CacheResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the latest list row of a resource, as JSON. List rows have a freshness policy of their own. */
@Component
class ListRowReader {

    private final CacheEntryRepository entries;
    private final CacheProperties properties;
    private final Clock clock;

    ListRowReader(CacheEntryRepository entries, CacheProperties properties, Clock clock) {
        this.entries = entries;
        this.properties = properties;
        this.clock = clock;
    }

    Optional<ReadResult<String>> findFresh(Query<?> query, RequestCacheControl cacheControl) {
        AnswerSources.addOther();
        var now = clock.instant();
        var policy = properties.rowPolicy();
        return entries.findListRow(query.cacheKey()).flatMap(row -> switch (policy.evaluate(row, cacheControl, now)) {
            case HIT -> Optional.of(result(row, policy, now, CacheStatus.hit()));
            case STALE_HIT -> Optional.of(result(row, policy, now, CacheStatus.staleHit(policy.timeLeft(row, now))));
            case STALE_WHILE_REVALIDATE, MISS, EXPIRED, REVALIDATE, ONLY_IF_CACHED_MISS -> Optional.empty();
        });
    }

    /** Whether the read of the resource itself has a list row to fall back on. */
    Fallback fallback(Query<?> query, RequestCacheControl cacheControl) {
        var policy = properties.rowPolicy();
        return !cacheControl.noCache()
                        && entries.findListRow(query.cacheKey())
                                .filter(row -> policy.allowsStaleOnError(row, cacheControl, clock.instant()))
                                .isPresent()
                ? Fallback.OTHER
                : Fallback.NONE;
    }

    /** Finds a list row that may be served instead of the failure of the resource itself. */
    Optional<ReadResult<String>> findOnError(
            Query<?> query, RequestCacheControl cacheControl, ProblemException failure) {
        if (failure instanceof OnlyIfCachedMiss) {
            return findFresh(query, cacheControl);
        }
        if (!CacheReader.isServerError(failure)) {
            return Optional.empty();
        }
        AnswerSources.addOther();
        var now = clock.instant();
        var policy = properties.rowPolicy();
        var verdict = cacheControl.noCache() ? Verdict.REVALIDATE : Verdict.MISS;
        var status = CacheStatus.servedRow(verdict, RemoteFailure.upstreamStatus(failure));
        return entries.findListRow(query.cacheKey())
                .filter(row -> policy.allowsStaleOnError(row, cacheControl, now))
                .map(row -> result(row, policy, now, status));
    }

    /** A row without a time-to-live of its own: only the caller limits its age. The age of a row from the future is unknown. */
    boolean isAccepted(Instant fetchedAt, RequestCacheControl cacheControl) {
        var age = Duration.between(fetchedAt, clock.instant());
        return !cacheControl.noCache()
                && !age.isNegative()
                && (cacheControl.maxAge() == null || age.compareTo(cacheControl.maxAge()) <= 0);
    }

    /** The result of a look-up in the cache tables, whose rows may have any age. */
    CacheResult ofRows(ResourceType type, Optional<Instant> oldest) {
        AnswerSources.addOther();
        var now = clock.instant();
        var row = CacheEntry.notFound(oldest.orElse(now), 0);
        var timeLeft = properties.of(type).freshnessLifetime().minus(FreshnessPolicy.age(row, now));
        return new CacheResult(
                FreshnessPolicy.age(row, now),
                timeLeft,
                timeLeft.isNegative() ? CacheStatus.staleHit(timeLeft) : CacheStatus.hit());
    }

    private static ReadResult<String> result(CacheEntry row, FreshnessPolicy policy, Instant now, String status) {
        return ReadResult.cached(row, Objects.requireNonNull(row.listRow()))
                .with(new CacheResult(FreshnessPolicy.age(row, now), policy.timeLeft(row, now), status));
    }
}

package io.leeloogateway.cache;

import io.leeloogateway.cache.http.CacheStatus;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.load.RemoteFailure;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives what a list told of a thing, by the rule of the thing itself. */
@Component
class ListRowReader {

    private final CacheEntryRepository copies;
    private final CacheProperties properties;
    private final Clock clock;

    ListRowReader(CacheEntryRepository copies, CacheProperties properties, Clock clock) {
        this.copies = copies;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where it is as fresh as the caller wants it. */
    Optional<String> findFreshListRow(Query<?> query, RequestCacheControl wanted) {
        var now = clock.instant();
        var rule = rule(query);
        return copies.findRow(query.cacheKey()).flatMap(row -> switch (rule.judge(Optional.of(row), wanted, now)) {
            case FRESH -> Optional.of(give(row, rule, now, CacheStatus.hit()));
            case STALE -> Optional.of(give(row, rule, now, CacheStatus.staleHit(left(row, rule, now))));
            case MISSING, EXPIRED, REQUESTED, NOTHING -> Optional.empty();
        });
    }

    /** Where it is better than the failure. */
    Optional<String> staleOnError(Query<?> query, RequestCacheControl wanted, ProblemException failure) {
        if (failure instanceof OnlyIfCachedMiss) {
            return findFreshListRow(query, wanted);
        }
        if (!CacheReader.isOfNoAnswer(failure)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var rule = rule(query);
        var why = wanted.noCache() ? FreshnessPolicy.Verdict.REQUESTED : FreshnessPolicy.Verdict.MISSING;
        return copies.findRow(query.cacheKey())
                .filter(row -> rule.consoles(row, wanted, now))
                .map(row -> give(row, rule, now, CacheStatus.servedRow(why, RemoteFailure.answered(failure))));
    }

    private static String give(CacheEntry row, FreshnessPolicy rule, Instant now, String status) {
        RequestContext.current()
                .addCacheResult(new CacheResult(FreshnessPolicy.age(row, now), left(row, rule, now), status));
        return Objects.requireNonNull(row.row());
    }

    private static Duration left(CacheEntry row, FreshnessPolicy rule, Instant now) {
        return rule.fresh(row).minus(FreshnessPolicy.age(row, now));
    }

    private FreshnessPolicy rule(Query<?> query) {
        return new FreshnessPolicy(properties.of(query.cacheKey().kind()), properties.notFoundTimeToLive());
    }
}

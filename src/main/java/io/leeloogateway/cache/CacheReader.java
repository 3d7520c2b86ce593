package io.leeloogateway.cache;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.cache.CacheMetrics.Result;
import io.leeloogateway.cache.http.CacheStatus;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.load.RemoteFailure;
import io.leeloogateway.cache.load.SingleFlight;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a copy or asks, as the rule says, and notes on the call how the answer was come by. */
@Component
class CacheReader {

    private static final Logger log = LoggerFactory.getLogger(CacheReader.class);

    private final LocalCache parsed;
    private final SingleFlight loads;
    private final LeelooClient leeloo;
    private final CacheProperties properties;
    private final CacheMetrics meter;
    private final Clock clock;

    CacheReader(
            LocalCache parsed,
            SingleFlight loads,
            LeelooClient leeloo,
            CacheProperties properties,
            CacheMetrics meter,
            Clock clock) {
        this.parsed = parsed;
        this.loads = loads;
        this.leeloo = leeloo;
        this.properties = properties;
        this.meter = meter;
        this.clock = clock;
    }

    <T> CacheRead<T> look(Query<T> query, RequestCacheControl wanted) {
        return look(query, wanted, parsed.find(query.cacheKey()));
    }

    /** With the document, also where it was read before. */
    <T> CacheRead<T> lookWhole(Query<T> query, RequestCacheControl wanted) {
        return look(query, wanted, null);
    }

    private <T> CacheRead<T> look(Query<T> query, RequestCacheControl wanted, LocalCache.@Nullable Value known) {
        var arrived = System.nanoTime();
        var shelf = parsed.look(query.cacheKey(), known);
        var rule = new FreshnessPolicy(properties.of(query.cacheKey().kind()), properties.notFoundTimeToLive());
        return new CacheRead<>(query, wanted, rule, shelf, known, arrived);
    }

    /** Whether nobody needs to be asked. */
    boolean hasUsableEntry(CacheRead<?> reading) {
        return switch (reading.rule().judge(reading.shelf().copy(), reading.wanted(), clock.instant())) {
            case FRESH, STALE -> true;
            case MISSING, EXPIRED, REQUESTED, NOTHING -> false;
        };
    }

    <T> ReadResult<T> answer(CacheRead<T> reading) {
        var verdict = reading.rule().judge(reading.shelf().copy(), reading.wanted(), clock.instant());
        return switch (verdict) {
            case FRESH -> give(reading, Result.HIT, CacheStatus.hit());
            case STALE -> give(reading, Result.STALE, CacheStatus.staleHit(left(reading)));
            case NOTHING -> {
                count(reading, Result.NOT_COPIED);
                throw new OnlyIfCachedMiss();
            }
            case MISSING, EXPIRED, REQUESTED -> ask(reading, verdict);
        };
    }

    /** The copy as it is. */
    <T> T value(CacheRead<T> reading) {
        if (reading.copy().isTombstone()) {
            throw leeloo.notFound(reading.query());
        }
        return parsed.read(reading.query(), reading.copy(), reading.known());
    }

    private <T> ReadResult<T> ask(CacheRead<T> reading, FreshnessPolicy.Verdict why) {
        try {
            var joined = loads.join(reading.query(), reading.shelf(), reading.wanted(), reading.arrived());
            var loaded = joined.loaded();
            if (loaded.copy() == null) {
                return console(reading, why, requireNonNull(loaded.failure()));
            }
            var isCollapsed = joined.isShared() || loaded.isOthers();
            count(reading, isCollapsed ? Result.COLLAPSED : Result.ASKED);
            note(reading, loaded.copy(), CacheStatus.forwarded(why, loaded.isStored(), isCollapsed));
            return new ReadResult<>(loaded.to(reading.query()), loaded.copy().document());
        } catch (TimeoutException _) {
            return console(reading, why, new CallerDeadlineExceeded());
        }
    }

    /** Gives the old copy instead of a failure, where the rule allows that. */
    private <T> ReadResult<T> console(CacheRead<T> reading, FreshnessPolicy.Verdict why, ProblemException failure) {
        var consolation =
                reading.shelf().copy().filter(copy -> reading.rule().consoles(copy, reading.wanted(), clock.instant()));
        if (consolation.isEmpty() || !isOfNoAnswer(failure)) {
            count(reading, Result.FAILED);
            throw failure;
        }
        log.info(
                "{} is answered by its copy: {}",
                reading.query().target(),
                failure.type().slug());
        return give(reading, Result.SERVED_STALE, CacheStatus.servedStale(why, RemoteFailure.answered(failure)));
    }

    /** What Leeloo itself says of the question is no reason to give something else. */
    static boolean isOfNoAnswer(ProblemException failure) {
        return failure.type().status().is5xxServerError();
    }

    private <T> ReadResult<T> give(CacheRead<T> reading, Result result, String status) {
        count(reading, result);
        note(reading, reading.copy(), status);
        return new ReadResult<>(value(reading), reading.copy().document());
    }

    private void count(CacheRead<?> reading, Result result) {
        meter.note(reading.query().cacheKey().kind(), result);
    }

    private void note(CacheRead<?> reading, CacheEntry copy, String status) {
        var age = FreshnessPolicy.age(copy, clock.instant());
        RequestContext.current()
                .addCacheResult(new CacheResult(age, reading.rule().fresh(copy).minus(age), status));
    }

    private Duration left(CacheRead<?> reading) {
        return reading.rule().fresh(reading.copy()).minus(FreshnessPolicy.age(reading.copy(), clock.instant()));
    }
}

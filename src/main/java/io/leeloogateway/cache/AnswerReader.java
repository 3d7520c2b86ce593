package io.leeloogateway.cache;

import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import io.leeloogateway.cache.http.CacheStatus;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.AnswerKey;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.cache.store.RenderedAnswer;
import io.leeloogateway.cache.store.RenderedAnswer.Source;
import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds a rendered answer whose entries are all current and fresh, and counts its reads like reads of these entries. */
@Component
public class AnswerReader {

    private final LocalCache cache;
    private final CacheProperties properties;
    private final CacheMetrics metrics;
    private final Clock clock;

    AnswerReader(LocalCache cache, CacheProperties properties, CacheMetrics metrics, Clock clock) {
        this.cache = cache;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Optional<RenderedAnswer> find(AnswerKey key) {
        var answer = cache.findAnswerUnderLease(key);
        if (answer == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        for (var source : answer.sources()) {
            if (!isFresh(source, now)) {
                return Optional.empty();
            }
        }
        return Optional.of(answer);
    }

    /** Before the answer is sent. */
    public void count(RenderedAnswer answer) {
        var now = clock.instant();
        answer.sources().forEach(source -> count(source, now));
        RequestContext.current().audit().addSubjects(answer.subjectIds());
    }

    private boolean isFresh(Source source, Instant now) {
        return policy(source).evaluate(source.version(), RequestCacheControl.NONE, now) == Verdict.HIT;
    }

    private void count(Source source, Instant now) {
        metrics.count(source.key().kind(), CacheMetrics.Result.HIT);
        var version = source.version();
        RequestContext.current()
                .addCacheResult(new CacheResult(
                        FreshnessPolicy.age(version, now), policy(source).timeLeft(version, now), CacheStatus.hit()));
    }

    private FreshnessPolicy policy(Source source) {
        return properties.policy(source.key().kind());
    }
}

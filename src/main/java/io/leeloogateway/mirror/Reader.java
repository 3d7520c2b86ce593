package io.leeloogateway.mirror;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import io.leeloogateway.mirror.ReadMeter.Result;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.ReadPart;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a copy or asks, as the rule says, and notes on the call how the answer was come by. */
@Component
class Reader {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final Copies copies;
    private final Parsed parsed;
    private final Loads loads;
    private final Leeloo leeloo;
    private final MirrorProperties properties;
    private final ReadMeter meter;
    private final Clock clock;

    Reader(
            Copies copies,
            Parsed parsed,
            Loads loads,
            Leeloo leeloo,
            MirrorProperties properties,
            ReadMeter meter,
            Clock clock) {
        this.copies = copies;
        this.parsed = parsed;
        this.loads = loads;
        this.leeloo = leeloo;
        this.properties = properties;
        this.meter = meter;
        this.clock = clock;
    }

    <T> Reading<T> look(Query<T> query, Directives wanted) {
        var arrived = System.nanoTime();
        var known = parsed.find(query.copy());
        var shelf = copies.find(query.copy(), known == null ? null : known.at());
        var rule = new Rule(properties.of(query.copy().kind()), properties.tombstones());
        return new Reading<>(query, wanted, rule, shelf, known, arrived);
    }

    <T> T answer(Reading<T> reading) {
        var verdict = reading.rule().judge(reading.shelf().copy(), reading.wanted(), clock.instant());
        return switch (verdict) {
            case FRESH -> give(reading, Result.HIT, CacheStatus.hit());
            case STALE -> give(reading, Result.STALE, CacheStatus.staleHit(left(reading)));
            case NOTHING -> {
                count(reading, Result.NOT_COPIED);
                throw new NotCopied();
            }
            case MISSING, EXPIRED, REQUESTED -> ask(reading, verdict);
        };
    }

    /** The copy as it is. */
    <T> T value(Reading<T> reading) {
        if (reading.copy().isTombstone()) {
            throw leeloo.unknown(reading.query());
        }
        return parsed.read(reading.query(), reading.copy(), reading.known());
    }

    private <T> T ask(Reading<T> reading, Rule.Verdict why) {
        try {
            var joined = loads.join(reading.query(), reading.shelf(), reading.wanted(), reading.arrived());
            var loaded = joined.loaded();
            if (loaded.copy() == null) {
                return console(reading, why, requireNonNull(loaded.failure()));
            }
            count(reading, joined.isShared() ? Result.COLLAPSED : Result.ASKED);
            note(
                    reading,
                    loaded.copy(),
                    CacheStatus.forwarded(why, loaded.isStored(), joined.isShared() || loaded.isOthers()));
            return loaded.to(reading.query());
        } catch (TimeoutException _) {
            return console(reading, why, new Unanswered());
        }
    }

    /** Gives the old copy instead of a failure, where the rule allows that. */
    private <T> T console(Reading<T> reading, Rule.Verdict why, ProblemException failure) {
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
        return give(
                reading,
                Result.SERVED_STALE,
                CacheStatus.servedStale(why, failure.type().status().value()));
    }

    /** What Leeloo itself says of the question is no reason to give something else. */
    private static boolean isOfNoAnswer(ProblemException failure) {
        return failure.type().status().is5xxServerError();
    }

    private <T> T give(Reading<T> reading, Result result, String status) {
        count(reading, result);
        note(reading, reading.copy(), status);
        return value(reading);
    }

    private void count(Reading<?> reading, Result result) {
        meter.note(reading.query().copy().kind(), result);
    }

    private void note(Reading<?> reading, Copy copy, String status) {
        var age = Rule.age(copy, clock.instant());
        RequestContext.current()
                .read(new ReadPart(age, reading.rule().fresh(copy).minus(age), status));
    }

    private Duration left(Reading<?> reading) {
        return reading.rule().fresh(reading.copy()).minus(Rule.age(reading.copy(), clock.instant()));
    }
}

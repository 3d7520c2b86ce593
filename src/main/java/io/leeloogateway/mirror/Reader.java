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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a copy or asks, as the rule says, and notes on the call how the answer was come by. */
@Component
class Reader {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final Parsed parsed;
    private final Loads loads;
    private final Leeloo leeloo;
    private final MirrorProperties properties;
    private final ReadMeter meter;
    private final Clock clock;

    Reader(Parsed parsed, Loads loads, Leeloo leeloo, MirrorProperties properties, ReadMeter meter, Clock clock) {
        this.parsed = parsed;
        this.loads = loads;
        this.leeloo = leeloo;
        this.properties = properties;
        this.meter = meter;
        this.clock = clock;
    }

    <T> Reading<T> look(Query<T> query, Directives wanted) {
        return look(query, wanted, parsed.find(query.copy()));
    }

    /** With the document, also where it was read before. */
    <T> Reading<T> lookWhole(Query<T> query, Directives wanted) {
        return look(query, wanted, null);
    }

    private <T> Reading<T> look(Query<T> query, Directives wanted, Parsed.@Nullable Value known) {
        var arrived = System.nanoTime();
        var shelf = parsed.look(query.copy(), known);
        var rule = new Rule(properties.of(query.copy().kind()), properties.tombstones());
        return new Reading<>(query, wanted, rule, shelf, known, arrived);
    }

    /** Whether nobody needs to be asked. */
    boolean isCopied(Reading<?> reading) {
        return switch (reading.rule().judge(reading.shelf().copy(), reading.wanted(), clock.instant())) {
            case FRESH, STALE -> true;
            case MISSING, EXPIRED, REQUESTED, NOTHING -> false;
        };
    }

    <T> Found<T> answer(Reading<T> reading) {
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

    private <T> Found<T> ask(Reading<T> reading, Rule.Verdict why) {
        try {
            var joined = loads.join(reading.query(), reading.shelf(), reading.wanted(), reading.arrived());
            var loaded = joined.loaded();
            if (loaded.copy() == null) {
                return console(reading, why, requireNonNull(loaded.failure()));
            }
            var isCollapsed = joined.isShared() || loaded.isOthers();
            count(reading, isCollapsed ? Result.COLLAPSED : Result.ASKED);
            note(reading, loaded.copy(), CacheStatus.forwarded(why, loaded.isStored(), isCollapsed));
            return new Found<>(loaded.to(reading.query()), loaded.copy().document());
        } catch (TimeoutException _) {
            return console(reading, why, new Unanswered());
        }
    }

    /** Gives the old copy instead of a failure, where the rule allows that. */
    private <T> Found<T> console(Reading<T> reading, Rule.Verdict why, ProblemException failure) {
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

    private <T> Found<T> give(Reading<T> reading, Result result, String status) {
        count(reading, result);
        note(reading, reading.copy(), status);
        return new Found<>(value(reading), reading.copy().document());
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

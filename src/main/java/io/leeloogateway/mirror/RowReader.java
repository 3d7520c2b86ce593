package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Query;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.ReadPart;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives what a list told of a thing, by the rule of the thing itself. */
@Component
class RowReader {

    private final Copies copies;
    private final MirrorProperties properties;
    private final Clock clock;

    RowReader(Copies copies, MirrorProperties properties, Clock clock) {
        this.copies = copies;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where it is as fresh as the caller wants it. */
    Optional<String> glance(Query<?> query, Directives wanted) {
        var now = clock.instant();
        var rule = rule(query);
        return copies.findRow(query.copy()).flatMap(row -> switch (rule.judge(Optional.of(row), wanted, now)) {
            case FRESH -> Optional.of(give(row, rule, now, CacheStatus.hit()));
            case STALE -> Optional.of(give(row, rule, now, CacheStatus.staleHit(left(row, rule, now))));
            case MISSING, EXPIRED, REQUESTED, NOTHING -> Optional.empty();
        });
    }

    /** Where it is better than the failure. */
    Optional<String> console(Query<?> query, Directives wanted, ProblemException failure) {
        if (failure instanceof NotCopied) {
            return glance(query, wanted);
        }
        if (!Reader.isOfNoAnswer(failure)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var rule = rule(query);
        var why = wanted.noCache() ? Rule.Verdict.REQUESTED : Rule.Verdict.MISSING;
        return copies.findRow(query.copy())
                .filter(row -> rule.consoles(row, wanted, now))
                .map(row -> give(row, rule, now, CacheStatus.servedRow(why, RemoteFailure.answered(failure))));
    }

    private static String give(Copy row, Rule rule, Instant now, String status) {
        RequestContext.current().read(new ReadPart(Rule.age(row, now), left(row, rule, now), status));
        return Objects.requireNonNull(row.row());
    }

    private static Duration left(Copy row, Rule rule, Instant now) {
        return rule.fresh(row).minus(Rule.age(row, now));
    }

    private Rule rule(Query<?> query) {
        return new Rule(properties.of(query.copy().kind()), properties.tombstones());
    }
}

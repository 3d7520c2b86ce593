package io.leeloogateway.audit;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals every few seconds what no running transaction can add to any more. */
@Component
class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    /** What the HMACs of seals are made with. */
    static final String PURPOSE = "audit seals";

    private static final int ABOUT = 5_000;
    private static final String END_OF_TIME = "18446744073709551615";

    private final Seals seals;
    private final Segments segments;
    private final Era era;
    private final KeyedHash hashes;
    private final SealMetric metric;
    private final Clock clock;

    Sealer(Seals seals, Segments segments, Era era, Pepper pepper, SealMetric metric, Clock clock) {
        this.seals = seals;
        this.segments = segments;
        this.era = era;
        this.hashes = pepper.hashFor(PURPOSE);
        this.metric = metric;
        this.clock = clock;
    }

    /** What an older era left unsealed nobody can add to. */
    @Transactional
    void seal() {
        if (!seals.isMineToSet()) {
            return;
        }
        era.check();
        for (var older = 1; older < era.number(); older++) {
            seal(older, END_OF_TIME);
        }
        seal(era.number(), segments.horizon());
    }

    private void seal(int which, String horizon) {
        var from = seals.end(which);
        for (var end = segments.end(which, from, horizon, ABOUT);
                end.isPresent();
                end = segments.end(which, from, horizon, ABOUT)) {
            var to = end.get();
            var begin = from;
            segments.read(which, from, to).forEach((month, content) -> set(which, month, begin, to, content));
            from = to;
        }
    }

    private void set(int which, LocalDate month, String from, String to, Content content) {
        var before = seals.newest();
        var number = before.map(Seal::number).orElse(0L) + 1;
        var firstNumber =
                before.map(seal -> seal.firstNumber() + seal.content().events()).orElse(1L);
        var span = new Seal.Span(which, month, from, to);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var signed = Seal.signed(before.map(Seal::hmac).orElse(null), number, span, firstNumber, content, now);
        var seal = new Seal(number, span, firstNumber, content, HexFormat.of().formatHex(hashes.of(signed)), now);
        seals.add(seal);
        metric.tell(seal);
        log.info("seal {} of the diary: {} events, {}", number, content.events(), seal.hmac());
    }
}

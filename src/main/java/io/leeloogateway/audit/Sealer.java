package io.leeloogateway.audit;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Seals every few seconds what no running transaction can add to any more. */
@Component
class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    /** What the HMACs of seals are made with. */
    static final String PURPOSE = "audit seals";

    private static final int ABOUT = 5_000;

    /** In one run; the next goes on. */
    private static final int MOST_SEGMENTS = 20;

    private final Seals seals;
    private final Segments segments;
    private final Clusters clusters;
    private final KeyedHash hashes;
    private final TransactionOperations transactions;
    private final SealMetric metric;
    private final Clock clock;

    Sealer(
            Seals seals,
            Segments segments,
            Clusters clusters,
            Pepper pepper,
            TransactionOperations transactions,
            SealMetric metric,
            Clock clock) {
        this.seals = seals;
        this.segments = segments;
        this.clusters = clusters;
        this.hashes = pepper.hashFor(PURPOSE);
        this.transactions = transactions;
        this.metric = metric;
        this.clock = clock;
    }

    /** Told once they are committed. */
    void seal() {
        List<Seal> set = transactions.execute(_ -> seals.isMineToSet() ? sealNext() : List.of());
        set.forEach(seal -> log.info(
                "seal {} of the diary: {} events, {}",
                seal.number(),
                seal.content().events(),
                seal.hmac()));
        if (!set.isEmpty()) {
            metric.tell(set.getLast());
        }
    }

    /** What another cluster left unsealed, nobody adds to any more; this one's events come after it. */
    private List<Seal> sealNext() {
        var set = new ArrayList<Seal>();
        var here = clusters.here();
        var rest = MOST_SEGMENTS;
        var last = seals.newest().map(seal -> seal.span().cluster());
        if (!last.equals(Optional.of(here.id()))) {
            for (var other : clusters.all()) {
                rest -= other == here.id() ? 0 : seal(other, clusters.end(other), rest, set);
            }
        }
        if (seal(here.id(), here.horizon(), rest, set) > 0 && !last.equals(Optional.of(here.id()))) {
            log.info("the diary goes on in cluster {}", here.id());
        }
        return set;
    }

    /** How many segments that were. */
    private int seal(long cluster, String horizon, int most, List<Seal> set) {
        var from = seals.end(cluster);
        for (var i = 0; i < most; i++) {
            var end = segments.end(cluster, from, horizon, ABOUT);
            if (end.isEmpty()) {
                return i;
            }
            var begin = from;
            segments.read(cluster, begin, end.get(), _ -> {})
                    .forEach(
                            (month, content) -> set.add(add(new Seal.Span(cluster, month, begin, end.get()), content)));
            from = end.get();
        }
        return most;
    }

    private Seal add(Seal.Span span, Content content) {
        var before = seals.newest();
        var number = before.map(Seal::number).orElse(0L) + 1;
        var firstNumber =
                before.map(seal -> seal.firstNumber() + seal.content().events()).orElse(1L);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var signed = Seal.signed(before.map(Seal::hmac).orElse(null), number, span, firstNumber, content, now);
        var seal = new Seal(number, span, firstNumber, content, HexFormat.of().formatHex(hashes.of(signed)), now);
        seals.add(seal);
        return seal;
    }
}

package io.leeloogateway.audit;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the diary again and compares it with its seals. */
@Component
class Inspection {

    private static final int BATCH = 500;

    private final Seals seals;
    private final SealTimes times;
    private final SealNumbers numbers;
    private final Segments segments;
    private final Uncovered uncovered;
    private final Clusters clusters;
    private final JdbcClient database;
    private final Macs macs;
    private final KeyedHash hashes;

    Inspection(
            Seals seals,
            SealTimes times,
            SealNumbers numbers,
            Segments segments,
            Uncovered uncovered,
            Clusters clusters,
            JdbcClient database,
            Macs macs,
            Pepper pepper) {
        this.seals = seals;
        this.times = times;
        this.numbers = numbers;
        this.segments = segments;
        this.uncovered = uncovered;
        this.clusters = clusters;
        this.database = database;
        this.macs = macs;
        this.hashes = pepper.hashFor(Chain.PURPOSE);
    }

    /** In one transaction, with one snapshot. */
    VerificationView look(VerificationFilter asked) {
        var findings = new Findings();
        numbers.look(asked.seal(), findings);
        var check = new Check(segments, hashes, macs, new KeptMonths(database, macs), findings);
        times.around(asked).ifPresent(found -> walk(found, check));
        var rest = new Rest(macs, seals, clusters.here(), findings);
        uncovered.read(asked, check.covered(), rest::look);
        return new VerificationView(
                findings.found() == 0,
                check.seals(),
                check.events(),
                check.dropped(),
                rest.end(),
                seals.newest().map(VerificationView.NewestSeal::of).orElse(null),
                findings.found(),
                findings.first());
    }

    /** Whole segments, from the seal before them, which hangs on another one, to the one after, which hangs on them. */
    private void walk(SealTimes.Range found, Check check) {
        var first = edge(found.first(), -1);
        var last = edge(found.last(), 1);
        var past = Math.max(last, last + 1);
        for (var batch = seals.after(Math.min(first, first - 3), past, BATCH);
                !batch.isEmpty();
                batch = seals.after(batch.getLast().number(), past, BATCH)) {
            for (var seal : batch) {
                if (seal.number() < first || seal.number() > last) {
                    check.link(seal);
                } else {
                    check.look(seal);
                }
            }
        }
        check.end();
    }

    /** The last one of the same segment in that direction. */
    private long edge(long number, int step) {
        var span = seals.at(number).orElseThrow().span();
        var edge = number;
        while (seals.at(edge + step).filter(next -> next.span().isBeside(span)).isPresent()) {
            edge += step;
        }
        return edge;
    }
}

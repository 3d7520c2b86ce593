package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.retention.RetainedPartitions;
import io.leeloogateway.audit.store.DatabaseClusterRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the diary again and compares it with its seals. */
@Component
public class Verification {

    private static final int BATCH = 500;

    private final SealRepository seals;
    private final SealTimeFinder times;
    private final SealNumberCheck numbers;
    private final SegmentReader segments;
    private final UnsealedEventReader uncovered;
    private final DatabaseClusterRepository clusters;
    private final JdbcClient database;
    private final EventHmac macs;
    private final KeyedHash hashes;

    Verification(
            SealRepository seals,
            SealTimeFinder times,
            SealNumberCheck numbers,
            SegmentReader segments,
            UnsealedEventReader uncovered,
            DatabaseClusterRepository clusters,
            JdbcClient database,
            EventHmac macs,
            Pepper pepper) {
        this.seals = seals;
        this.times = times;
        this.numbers = numbers;
        this.segments = segments;
        this.uncovered = uncovered;
        this.clusters = clusters;
        this.database = database;
        this.macs = macs;
        this.hashes = pepper.hashFor(SealChain.PURPOSE);
    }

    /** In one transaction, with one snapshot. */
    VerificationView look(VerificationFilter asked) {
        var findings = new Findings();
        numbers.look(asked.seal(), findings);
        var check = new SealChecker(segments, hashes, macs, new RetainedPartitions(database, macs), findings);
        times.around(asked).ifPresent(found -> walk(found, check));
        var rest = new UnsealedEventCheck(macs, seals, clusters.here(), findings);
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
    private void walk(SealTimeFinder.Range found, SealChecker check) {
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

package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.retention.RetainedPartitions;
import io.leeloogateway.audit.store.DatabaseClusterRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the audit log with its seals. */
@Component
public class Verification {

    private static final int BATCH = 500;

    private final SealRepository seals;
    private final SealTimeFinder times;
    private final SealNumberCheck numbers;
    private final SegmentReader segments;
    private final UnsealedEventReader unsealedEvents;
    private final DatabaseClusterRepository clusters;
    private final JdbcClient database;
    private final EventHmac hmacs;
    private final KeyedHash hashes;

    Verification(
            SealRepository seals,
            SealTimeFinder times,
            SealNumberCheck numbers,
            SegmentReader segments,
            UnsealedEventReader unsealedEvents,
            DatabaseClusterRepository clusters,
            JdbcClient database,
            EventHmac hmacs,
            Pepper pepper) {
        this.seals = seals;
        this.times = times;
        this.numbers = numbers;
        this.segments = segments;
        this.unsealedEvents = unsealedEvents;
        this.clusters = clusters;
        this.database = database;
        this.hmacs = hmacs;
        this.hashes = pepper.hashFor(SealChain.PURPOSE);
    }

    /** Runs in one transaction with one snapshot. */
    VerificationView run(VerificationFilter filter) {
        var findings = new Findings();
        numbers.check(filter.seal(), findings);
        var sealChecker = new SealChecker(segments, hashes, hmacs, new RetainedPartitions(database, hmacs), findings);
        times.rangeFor(filter).ifPresent(range -> walk(range, sealChecker));
        var unsealedCheck = new UnsealedEventCheck(hmacs, seals, clusters.current(), findings);
        unsealedEvents.read(filter, sealChecker.checkedRanges(), unsealedCheck::check);
        return new VerificationView(
                findings.count() == 0,
                sealChecker.seals(),
                sealChecker.events(),
                sealChecker.dropped(),
                unsealedCheck.result(),
                seals.newest().map(VerificationView.NewestSeal::of).orElse(null),
                findings.count(),
                findings.first());
    }

    /** Checks whole segments. Starts at the seal before them and ends at the seal after them, which link to their neighbours. */
    private void walk(SealTimeFinder.Range range, SealChecker sealChecker) {
        var first = lastOfSegment(range.first(), -1);
        var last = lastOfSegment(range.last(), 1);
        var end = Math.max(last, last + 1);
        for (var batch = seals.after(Math.min(first, first - 3), end, BATCH);
                !batch.isEmpty();
                batch = seals.after(batch.getLast().number(), end, BATCH)) {
            for (var seal : batch) {
                if (seal.number() < first || seal.number() > last) {
                    sealChecker.checkLink(seal);
                } else {
                    sealChecker.check(seal);
                }
            }
        }
        sealChecker.finishSegment();
    }

    /** The last seal of the same segment in the given direction. */
    private long lastOfSegment(long number, int step) {
        var span = seals.at(number).orElseThrow().span();
        var last = number;
        while (seals.at(last + step)
                .filter(next -> next.span().hasSameTransactions(span))
                .isPresent()) {
            last += step;
        }
        return last;
    }
}

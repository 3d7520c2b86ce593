package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.store.DatabaseClusterRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Seals events every few seconds, up to the oldest transaction that is still running. */
@Component
public class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private static final int SEGMENT_SIZE = 5_000;

    /** The limit of one run; the next run continues. */
    private static final int MAX_SEGMENTS = 20;

    private final SealRepository seals;
    private final SegmentReader segments;
    private final DatabaseClusterRepository clusters;
    private final SealChain chain;
    private final MissingSealDetector missingSeals;
    private final TransactionOperations transactions;
    private final NewestSealMetrics metrics;

    /** The newest seal at the last run of this instance; null before the first run. */
    private volatile @Nullable Seal known;

    Sealer(
            SealRepository seals,
            SegmentReader segments,
            DatabaseClusterRepository clusters,
            SealChain chain,
            MissingSealDetector missingSeals,
            TransactionOperations transactions,
            NewestSealMetrics metrics) {
        this.seals = seals;
        this.segments = segments;
        this.clusters = clusters;
        this.chain = chain;
        this.missingSeals = missingSeals;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** The result of a run. */
    private record Run(
            @Nullable Seal lost, List<Seal> added, @Nullable Seal newest) {}

    /** Logs the new seals after the commit. */
    public void seal() {
        var run = transactions.execute(_ -> seals.tryLock() ? run() : null);
        if (run == null) {
            return;
        }
        known = run.newest();
        if (run.lost() != null) {
            missingSeals.report(run.lost());
        }
        run.added()
                .forEach(seal -> log.info(
                        "seal {} of the audit log: {} events, {}",
                        seal.number(),
                        seal.content().events(),
                        seal.hmac()));
        if (!run.added().isEmpty()) {
            metrics.update(run.added().getLast());
        }
    }

    private Run run() {
        var lost = missingSeals.isMissing(known) ? known : null;
        if (lost != null) {
            missingSeals.record(lost);
        }
        return new Run(lost, sealNext(), seals.newest().orElse(null));
    }

    /** Seals the rest of earlier clusters first: their events are complete and precede the events of the current cluster. */
    private List<Seal> sealNext() {
        var added = new ArrayList<Seal>();
        var current = clusters.current();
        var remaining = MAX_SEGMENTS;
        var last = seals.newest().map(seal -> seal.span().cluster());
        if (!last.equals(Optional.of(current.id()))) {
            for (var other : clusters.all()) {
                remaining -= other == current.id() ? 0 : seal(other, clusters.end(other), remaining, added);
            }
        }
        if (seal(current.id(), current.horizon(), remaining, added) > 0 && !last.equals(Optional.of(current.id()))) {
            log.info("the audit log continues in cluster {}", current.id());
        }
        return added;
    }

    /** Returns the number of sealed segments. */
    private int seal(long cluster, String horizon, int max, List<Seal> added) {
        var from = seals.end(cluster);
        for (var i = 0; i < max; i++) {
            var end = segments.end(cluster, from, horizon, SEGMENT_SIZE);
            if (end.isEmpty()) {
                return i;
            }
            var start = from;
            segments.read(cluster, start, end.get(), _ -> {})
                    .forEach((month, content) ->
                            added.add(chain.add(new Seal.Span(cluster, month, start, end.get()), content)));
            from = end.get();
        }
        return max;
    }
}

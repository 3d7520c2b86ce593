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

/** Seals every few seconds what no running transaction can add to any more. */
@Component
public class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private static final int ABOUT = 5_000;

    /** In one run; the next goes on. */
    private static final int MOST_SEGMENTS = 20;

    private final SealRepository seals;
    private final SegmentReader segments;
    private final DatabaseClusterRepository clusters;
    private final SealChain chain;
    private final MissingSealDetector lostSeals;
    private final TransactionOperations transactions;
    private final NewestSealMetrics metric;

    /** The newest that was there when this instance looked last; at its start it knows of none. */
    private volatile @Nullable Seal known;

    Sealer(
            SealRepository seals,
            SegmentReader segments,
            DatabaseClusterRepository clusters,
            SealChain chain,
            MissingSealDetector lostSeals,
            TransactionOperations transactions,
            NewestSealMetrics metric) {
        this.seals = seals;
        this.segments = segments;
        this.clusters = clusters;
        this.chain = chain;
        this.lostSeals = lostSeals;
        this.transactions = transactions;
        this.metric = metric;
    }

    /** What one run did. */
    private record Run(
            @Nullable Seal lost, List<Seal> set, @Nullable Seal newest) {}

    /** Told once they are committed. */
    public void seal() {
        var run = transactions.execute(_ -> seals.isMineToSet() ? run() : null);
        if (run == null) {
            return;
        }
        known = run.newest();
        if (run.lost() != null) {
            lostSeals.tell(run.lost());
        }
        run.set()
                .forEach(seal -> log.info(
                        "seal {} of the diary: {} events, {}",
                        seal.number(),
                        seal.content().events(),
                        seal.hmac()));
        if (!run.set().isEmpty()) {
            metric.tell(run.set().getLast());
        }
    }

    private Run run() {
        var lost = lostSeals.isLost(known) ? known : null;
        if (lost != null) {
            lostSeals.enter(lost);
        }
        return new Run(lost, sealNext(), seals.newest().orElse(null));
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
                    .forEach((month, content) ->
                            set.add(chain.add(new Seal.Span(cluster, month, begin, end.get()), content)));
            from = end.get();
        }
        return most;
    }
}

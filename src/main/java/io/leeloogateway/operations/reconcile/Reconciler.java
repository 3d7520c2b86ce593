package io.leeloogateway.operations.reconcile;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.OutcomeCheck;
import io.leeloogateway.leeloo.change.SendFacts;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks for what became of unknown changes, where Leeloo shows it; seldom, one at a time, and without ever sending one again. */
@Component
public class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final String NO_TRACE = "Leeloo shows no trace of such a change";

    private final ReconciliationQueue rows;
    private final CompetingOperations neighbours;
    private final RequestFingerprint fingerprints;
    private final ReconciliationDecisions settlements;
    private final LeelooCache mirror;
    private final Clock clock;

    Reconciler(
            ReconciliationQueue rows,
            CompetingOperations neighbours,
            RequestFingerprint fingerprints,
            ReconciliationDecisions settlements,
            LeelooCache mirror,
            Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.fingerprints = fingerprints;
        this.settlements = settlements;
        this.mirror = mirror;
        this.clock = clock;
    }

    /** Those without a trace cost no call to Leeloo, so they do not use up the turn. */
    public void lookAtNext() {
        for (var next = rows.next(clock.instant()); next.isPresent(); next = rows.next(clock.instant())) {
            if (asked(next.get())) {
                return;
            }
        }
    }

    private boolean asked(OperationRow row) {
        try {
            return asked(row, StoredChange.read(row.change(), Objects.requireNonNull(row.request())));
        } catch (LeelooException e) {
            log.debug("operation {} is not settled: {}", row.id(), e.detail());
            settlements.postpone(row, "Leeloo could not be asked at " + clock.instant());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("looking for operation {} failed; the others go on", row.id(), e);
            settlements.postpone(row, "looking for it failed at " + clock.instant());
        }
        return true;
    }

    private <T> boolean asked(OperationRow row, Change<T> change) {
        var check = OutcomeCheck.of(change);
        if (check.isEmpty()) {
            rows.postpone(row.id(), null, NO_TRACE);
            return false;
        }
        settlements.settle(row, change, look(row, change, check.get()));
        return true;
    }

    /**
     * The calls carry the id of the request that sent the change. A match may be what others sent while Leeloo was asked: their rows are
     * there by then, so it is held against the ledger once more.
     */
    private <T> CheckResult<T> look(OperationRow row, Change<T> change, OutcomeCheck<T> check) {
        var context = new RequestContext(row.requestId(), Deadline.after(LONGEST_LOOK));
        return context.with(() -> {
            var seen = new MemoizedReads(mirror::readFromLeeloo);
            var result = check.evaluate(seen, beside(row, change));
            return result instanceof CheckResult.Applied ? check.evaluate(seen, beside(row, change)) : result;
        });
    }

    private SendFacts beside(OperationRow row, Change<?> change) {
        return neighbours.beside(row, fingerprints.all(row.operation(), change));
    }
}

package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.OperationRepository;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries each change to Leeloo on a thread of its own and writes down what became of it: whoever hangs up or gives up stops nothing. */
@Component
class ChangeSender {

    private static final Logger log = LoggerFactory.getLogger(ChangeSender.class);
    private static final ContextSnapshotFactory SPANS =
            ContextSnapshotFactory.builder().build();
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Who sent it knows best, whatever others concluded meanwhile; that it does not know is no news. */
    private static final Set<Outcome> CORRECTED =
            EnumSet.of(Outcome.SENDING, Outcome.UNKNOWN, Outcome.APPLIED, Outcome.NOT_APPLIED);

    private final LeelooClient leeloo;
    private final OperationRepository ledger;
    private final InFlightChanges underway;

    ChangeSender(LeelooClient leeloo, OperationRepository ledger, InFlightChanges underway) {
        this.leeloo = leeloo;
        this.ledger = ledger;
        this.underway = underway;
    }

    <T> PendingChange<T> send(UUID id, Change<T> change, int success, Deadline departure) {
        var context = RequestContext.current();
        var logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
        var dispatch = new PendingChange<T>();
        Thread.ofVirtual().name("change " + id).start(SPANS.captureAll().wrap((Runnable) () ->
                context.<Boolean, RuntimeException>with(() -> {
                    MDC.setContextMap(logged);
                    var attempt = SendResult.of(() -> leeloo.send(change, departure));
                    dispatch.answered().complete(attempt);
                    var ending = attempt.ending(success);
                    record(id, ending);
                    return dispatch.recorded().complete(ending);
                })));
        return dispatch;
    }

    /** As often as it takes: the database may be away, and nobody else knows. Until then the row is this instance's. */
    private void record(UUID id, OperationResult ending) {
        var left = write(id, ending);
        while (left.isPresent() && !underway.isGivenUp()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            left = write(id, left.get());
        }
    }

    /** What is to be tried again; empty when it is written. */
    private Optional<OperationResult> write(UUID id, OperationResult ending) {
        try {
            ledger.end(id, soFar(ending), ending);
            underway.remove(id);
            return Optional.empty();
        } catch (DataIntegrityViolationException e) {
            log.error(
                    "operation {} became {}, but its answer is nothing that the database takes",
                    id,
                    ending.outcome(),
                    e);
            return Optional.of(ending.bare());
        } catch (DataAccessException | TransactionException e) {
            log.warn("operation {} became {}, which cannot be written down now", id, ending.outcome(), e);
            return Optional.of(ending);
        }
    }

    private static Set<Outcome> soFar(OperationResult ending) {
        return ending.outcome() == Outcome.UNKNOWN ? EnumSet.of(Outcome.SENDING) : CORRECTED;
    }
}

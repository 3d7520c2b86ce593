package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.dispatch.ChangeDispatcher;
import io.leeloogateway.operations.dispatch.ChangesDisabled;
import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.operations.idempotency.IdempotentReplay;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Executes changes at Leeloo: records each change, sends it at most once and records its outcome. */
@Component
@EnableConfigurationProperties(OperationsProperties.class)
public class Operations {

    /** Counted from before the commit of the operation, so that no pause in between delays the send further. */
    private static final Duration MAX_SEND_DELAY = Duration.ofSeconds(2);

    /** Also limits the wait for a frozen database: the driver's own timeouts have whole seconds. */
    static final Duration RECORD_LIMIT = Duration.ofMillis(500);

    private final OperationsProperties properties;
    private final RequestFingerprint fingerprints;
    private final UuidV7Generator ids;
    private final InFlightChanges inFlight;
    private final OperationStore operations;
    private final IdempotentReplay replay;
    private final LeelooClient leeloo;
    private final ChangeDispatcher dispatcher;
    private final ChangeAudit audit;
    private final OutcomeMetrics metrics;
    private final Clock clock;

    Operations(
            OperationsProperties properties,
            RequestFingerprint fingerprints,
            UuidV7Generator ids,
            InFlightChanges inFlight,
            OperationStore operations,
            IdempotentReplay replay,
            LeelooClient leeloo,
            ChangeDispatcher dispatcher,
            ChangeAudit audit,
            OutcomeMetrics metrics,
            Clock clock) {
        this.properties = properties;
        this.fingerprints = fingerprints;
        this.ids = ids;
        this.inFlight = inFlight;
        this.operations = operations;
        this.replay = replay;
        this.leeloo = leeloo;
        this.dispatcher = dispatcher;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns Leeloo's response, or the first response to the same idempotency key. */
    public <T> T execute(Change<T> change) {
        return execute(change, Duration.ZERO);
    }

    /**
     * Does not send a change without an idempotency key within this time after an equal change of the same client whose outcome is unknown or
     * in progress.
     */
    public <T> T execute(Change<T> change, Duration duplicateWindow) {
        if (!properties.enabled()) {
            throw new ChangesDisabled();
        }
        var headers = OperationHeaders.ofCurrentRequest();
        var repetition = new Repetition(key(headers), duplicateWindow);
        var permit = leeloo.tryReserve();
        if (permit.isPresent()) {
            return execute(change, repetition, headers, permit.get());
        }
        var earlier = findEarlier(repetition.key());
        return earlier.isPresent()
                ? replay(earlier.get(), change, headers)
                : execute(change, repetition, headers, leeloo.reserve());
    }

    private <T> T execute(Change<T> change, Repetition repetition, OperationHeaders headers, SendPermit permit) {
        var operation = newOperation(change, repetition, permit);
        var earlier = record(operation, permit);
        if (earlier.isPresent()) {
            return replay(earlier.get(), change, headers);
        }
        var context = RequestContext.current();
        context.setOperation(new OperationRef(operation.id(), context.id()));
        context.setOutcome(Outcome.UNKNOWN);
        headers.setOperationId(operation.id());
        var result = dispatcher.send(operation, change, permit);
        context.setOutcome(result.outcome());
        return result.valueOrThrow();
    }

    private <T> T replay(OperationRow earlier, Change<T> change, OperationHeaders headers) {
        var context = RequestContext.current();
        context.setOperation(new OperationRef(earlier.id(), context.id()));
        context.setOutcome(earlier.outcome());
        headers.setOperationId(earlier.id());
        return replay.replay(earlier, change, headers);
    }

    /** A replay needs no permit. */
    private Optional<OperationRow> findEarlier(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        return withinLimit(() -> operations.findByActiveKey(clientId, key.text()));
    }

    private @Nullable IdempotencyKey key(OperationHeaders headers) {
        var key = headers.idempotencyKey();
        if (key.isEmpty() && properties.requireIdempotencyKey()) {
            throw InvalidRequest.of(IdempotencyKey.HEADER, "required", "is required with every change");
        }
        return key.orElse(null);
    }

    private NewOperation newOperation(Change<?> change, Repetition repetition, SendPermit permit) {
        try {
            return newOperation(change, RequestContext.current(), repetition);
        } catch (RuntimeException e) {
            permit.giveBack();
            throw e;
        }
    }

    private NewOperation newOperation(Change<?> change, RequestContext context, Repetition repetition) {
        var action = context.route().map(MatchedRoute::action).orElseThrow();
        var id = ids.next();
        return new NewOperation(
                id,
                context.caller().orElseThrow().clientId(),
                action,
                repetition,
                fingerprints.of(action, change),
                change,
                change.invalidations(),
                context.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                sendDeadline(context.deadline()),
                audit.prepare(id, ChangedFields.of(change), ChangedFields.targetOf(change)));
    }

    private static Deadline sendDeadline(Deadline ofRequest) {
        var remaining = ofRequest.remaining();
        return Deadline.after(remaining.compareTo(MAX_SEND_DELAY) < 0 ? remaining : MAX_SEND_DELAY);
    }

    /** Returns the earlier operation with the same idempotency key, if any. A commit after the limit is left to {@code OrphanRecovery}. */
    private Optional<OperationRow> record(NewOperation operation, SendPermit permit) {
        var isRecorded = false;
        inFlight.add(operation.id());
        try {
            var earlier = withinLimit(() -> operations.begin(operation));
            isRecorded = earlier.isEmpty();
            return earlier;
        } finally {
            if (isRecorded) {
                RequestContext.current().audit().markRecorded();
            } else {
                inFlight.remove(operation.id());
                permit.giveBack();
            }
        }
    }

    private <T> T withinLimit(Supplier<T> work) {
        try {
            return TimeLimiter.call("record change", RECORD_LIMIT, work);
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            metrics.countRecordFailure();
            throw new OperationStoreUnavailable(e);
        }
    }
}

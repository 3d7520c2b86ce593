package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.dispatch.ChangeDispatcher;
import io.leeloogateway.operations.dispatch.ChangesDisabled;
import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.operations.dispatch.TimeLimited;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.operations.idempotency.IdempotentReplay;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The one way from a feature to a change at Leeloo: written down, sent once, and an honest word on what became of it. */
@Component
@EnableConfigurationProperties(OperationsProperties.class)
public class Operations {

    /** After the row was committed at the earliest; counted from before, so that no pause in between prolongs it. */
    private static final Duration LATEST_DEPARTURE = Duration.ofSeconds(2);

    private final OperationsProperties properties;
    private final OperationHeaders headers;
    private final RequestFingerprint fingerprints;
    private final UuidV7Generator ids;
    private final InFlightChanges underway;
    private final OperationRepository ledger;
    private final IdempotentReplay repeats;
    private final ChangeDispatcher sending;
    private final ChangeAudit changeAudit;
    private final OutcomeMetrics meter;
    private final Clock clock;

    Operations(
            OperationsProperties properties,
            OperationHeaders headers,
            RequestFingerprint fingerprints,
            UuidV7Generator ids,
            InFlightChanges underway,
            OperationRepository ledger,
            IdempotentReplay repeats,
            ChangeDispatcher sending,
            ChangeAudit changeAudit,
            OutcomeMetrics meter,
            Clock clock) {
        this.properties = properties;
        this.headers = headers;
        this.fingerprints = fingerprints;
        this.ids = ids;
        this.underway = underway;
        this.ledger = ledger;
        this.repeats = repeats;
        this.sending = sending;
        this.changeAudit = changeAudit;
        this.meter = meter;
        this.clock = clock;
    }

    /** Answers as Leeloo did, now or when the same key asked first. */
    public <T> T execute(Change<T> change) {
        if (!properties.enabled()) {
            throw new ChangesDisabled();
        }
        var beginning = beginning(change);
        var first = writeDown(beginning);
        return first.isPresent() ? repeats.answer(first.get(), change) : sending.send(beginning, change);
    }

    private NewOperation beginning(Change<?> change) {
        var context = RequestContext.current();
        var route = context.route().map(MatchedRoute::action).orElseThrow();
        var id = ids.next();
        return new NewOperation(
                id,
                context.caller().orElseThrow().clientId(),
                route,
                key(),
                fingerprints.of(route, change),
                change,
                change.invalidations(),
                context.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                departure(context.deadline()),
                changeAudit.prepare(id, ChangedFields.of(change), ChangedFields.about(change)));
    }

    private static Deadline departure(Deadline callers) {
        var remaining = callers.remaining();
        return Deadline.after(remaining.compareTo(LATEST_DEPARTURE) < 0 ? remaining : LATEST_DEPARTURE);
    }

    private @Nullable IdempotencyKey key() {
        var key = headers.key();
        if (key.isEmpty() && properties.requireIdempotencyKey()) {
            throw InvalidRequest.of(IdempotencyKey.HEADER, "required", "is required with every change");
        }
        return key.orElse(null);
    }

    /** From here on this instance answers for the row, also for one that is committed too late. */
    private Optional<OperationRow> writeDown(NewOperation beginning) {
        underway.add(beginning.id());
        try {
            var first = TimeLimited.await(() -> ledger.begin(beginning));
            if (first.isEmpty()) {
                RequestContext.current().audit().markRecorded();
            }
            first.ifPresent(_ -> underway.remove(beginning.id()));
            return first;
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            underway.remove(beginning.id());
            meter.couldNotBeWritten();
            throw new OperationStoreUnavailable(e);
        } catch (RuntimeException e) {
            underway.remove(beginning.id());
            throw e;
        }
    }
}

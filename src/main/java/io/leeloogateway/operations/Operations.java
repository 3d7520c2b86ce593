package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeDiary;
import io.leeloogateway.leeloo.Change;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeOrderedIds;
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
    private final Fingerprints fingerprints;
    private final TimeOrderedIds ids;
    private final Underway underway;
    private final Ledger ledger;
    private final Repeats repeats;
    private final Sending sending;
    private final ChangeDiary diary;
    private final OutcomeMeter meter;
    private final Clock clock;

    Operations(
            OperationsProperties properties,
            OperationHeaders headers,
            Fingerprints fingerprints,
            TimeOrderedIds ids,
            Underway underway,
            Ledger ledger,
            Repeats repeats,
            Sending sending,
            ChangeDiary diary,
            OutcomeMeter meter,
            Clock clock) {
        this.properties = properties;
        this.headers = headers;
        this.fingerprints = fingerprints;
        this.ids = ids;
        this.underway = underway;
        this.ledger = ledger;
        this.repeats = repeats;
        this.sending = sending;
        this.diary = diary;
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

    private Beginning beginning(Change<?> change) {
        var context = RequestContext.current();
        var route = context.route().map(MatchedRoute::operation).orElseThrow();
        var id = ids.next();
        return new Beginning(
                id,
                context.caller().orElseThrow().clientId(),
                route,
                key(),
                fingerprints.of(route, change),
                change,
                change.touched(),
                context.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                departure(context.deadline()),
                diary.open(id, ChangedFields.of(change), ChangedFields.about(change)));
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
    private Optional<OperationRow> writeDown(Beginning beginning) {
        underway.add(beginning.id());
        try {
            var first = Bounded.await(() -> ledger.begin(beginning));
            if (first.isEmpty()) {
                RequestContext.current().notes().written();
            }
            first.ifPresent(_ -> underway.remove(beginning.id()));
            return first;
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            underway.remove(beginning.id());
            meter.couldNotBeWritten();
            throw new LedgerUnavailable(e);
        } catch (RuntimeException e) {
            underway.remove(beginning.id());
            throw e;
        }
    }
}

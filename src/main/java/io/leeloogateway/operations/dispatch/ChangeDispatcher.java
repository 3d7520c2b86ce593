package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.NewOperation;
import io.leeloogateway.operations.OperationRepository;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Hands a change to the courier and waits for the answer as long as the caller does. */
@Component
public class ChangeDispatcher {

    private static final Logger log = LoggerFactory.getLogger(ChangeDispatcher.class);

    /** For the word that something did not leave in the caller's time. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private static final Duration RECORDING = Duration.ofMillis(500);

    private final ChangeSender courier;
    private final OperationRepository ledger;
    private final OperationHeaders headers;

    ChangeDispatcher(ChangeSender courier, OperationRepository ledger, OperationHeaders headers) {
        this.courier = courier;
        this.ledger = ledger;
        this.headers = headers;
    }

    public <T> T send(NewOperation beginning, Change<T> change) {
        var context = RequestContext.current();
        var success = context.route().map(MatchedRoute::successStatus).orElseThrow();
        context.setOperation(new OperationRef(beginning.id(), context.id()));
        var dispatch = courier.send(beginning.id(), change, success, beginning.departure());
        headers.tell(beginning.id());
        context.setOutcome(Outcome.UNKNOWN);
        return answer(dispatch, beginning.id(), context);
    }

    private <T> T answer(PendingChange<T> dispatch, UUID id, RequestContext context) {
        try {
            var attempt =
                    await(dispatch.answered(), context.deadline().remaining().plus(GRACE));
            context.setOutcome(attempt.outcome());
            awaitRecord(dispatch, id);
            return attempt.get();
        } catch (TimeoutException _) {
            markUnknown(id);
            throw new ResponseDeadlineExceeded();
        }
    }

    /** The answer is true whether or not it could be written down; the courier goes on trying. */
    private static void awaitRecord(PendingChange<?> dispatch, UUID id) {
        try {
            await(dispatch.recorded(), RECORDING);
        } catch (TimeoutException _) {
            log.warn("operation {} is answered before its outcome is written down", id);
        }
    }

    private void markUnknown(UUID id) {
        var ending = OperationResult.of(
                Outcome.UNKNOWN, 504, OperationResult.GATEWAY, "not answered within the caller's deadline");
        try {
            TimeLimited.await(() -> ledger.end(id, EnumSet.of(Outcome.SENDING), ending));
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            log.warn("operation {} is unknown, which cannot be written down now: {}", id, e.getMessage());
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration longest) throws TimeoutException {
        try {
            return future.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

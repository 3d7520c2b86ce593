package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.NewOperation;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestThread;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a recorded change on a separate thread and waits for the response until the request's deadline. The send continues after the deadline. */
@Component
public class ChangeDispatcher {

    private static final Logger log = LoggerFactory.getLogger(ChangeDispatcher.class);

    /** Time for the result of a send that did not start before the request's deadline. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private static final Duration RECORD_LIMIT = Duration.ofMillis(500);

    private final LeelooClient leeloo;
    private final OperationStore operations;
    private final OutcomeRecorder recorder;

    ChangeDispatcher(LeelooClient leeloo, OperationStore operations, OutcomeRecorder recorder) {
        this.leeloo = leeloo;
        this.operations = operations;
        this.recorder = recorder;
    }

    public <T> SendResult<T> send(NewOperation operation, Change<T> change) {
        var context = RequestContext.current();
        var successStatus = context.route().map(MatchedRoute::successStatus).orElseThrow();
        var response = new CompletableFuture<SendResult<T>>();
        var recorded = new CompletableFuture<OperationResult>();
        RequestThread.start("change " + operation.id(), context, () -> {
            var result = SendResult.of(() -> leeloo.send(change, operation.sendDeadline()));
            response.complete(result);
            recorded.complete(recorder.record(operation.id(), () -> result.toOperationResult(successStatus)));
        });
        try {
            var result =
                    TimeLimiter.await(response, context.deadline().remaining().plus(GRACE));
            return isUnknown(recorded, operation.id()) && result.outcome() != Outcome.UNKNOWN
                    ? SendResult.failed(Outcome.UNKNOWN, new UnrecordableResponse())
                    : result;
        } catch (TimeoutException _) {
            markUnknown(operation.id());
            return SendResult.failed(Outcome.UNKNOWN, new ResponseDeadlineExceeded());
        }
    }

    /** The response is right while its outcome is not recorded yet; the recorder keeps trying. */
    private static boolean isUnknown(Future<OperationResult> recorded, UUID id) {
        try {
            return TimeLimiter.await(recorded, RECORD_LIMIT).outcome() == Outcome.UNKNOWN;
        } catch (TimeoutException _) {
            log.warn("the response to operation {} is sent before its outcome is recorded", id);
            return false;
        }
    }

    private void markUnknown(UUID id) {
        var result = OperationResult.of(
                Outcome.UNKNOWN, 504, OperationResult.GATEWAY, "no response within the request's deadline");
        try {
            TimeLimiter.call(
                    "record unknown", RECORD_LIMIT, () -> operations.finish(id, EnumSet.of(Outcome.SENDING), result));
        } catch (TimeoutException | RuntimeException e) {
            log.warn("operation {} is unknown, which cannot be recorded now: {}", id, e.getMessage());
        }
    }
}

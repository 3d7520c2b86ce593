package io.leeloogateway.operations;

import io.leeloogateway.access.CallerRecheck;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.KeyClaims.Claim;
import io.leeloogateway.operations.dispatch.ChangeDispatcher;
import io.leeloogateway.operations.dispatch.ChangesDisabled;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.operations.idempotency.IdempotentReplay;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Executes changes at Leeloo: records each change, sends it at most once and records its outcome. */
@Component
@EnableConfigurationProperties(OperationsProperties.class)
public class Operations {

    private final OperationsProperties properties;
    private final NewOperationFactory factory;
    private final OperationRecorder recorder;
    private final KeyClaims claims;
    private final IdempotentReplay replay;
    private final CallerRecheck caller;
    private final LeelooClient leeloo;
    private final ChangeDispatcher dispatcher;

    Operations(
            OperationsProperties properties,
            NewOperationFactory factory,
            OperationRecorder recorder,
            KeyClaims claims,
            IdempotentReplay replay,
            CallerRecheck caller,
            LeelooClient leeloo,
            ChangeDispatcher dispatcher) {
        this.properties = properties;
        this.factory = factory;
        this.recorder = recorder;
        this.claims = claims;
        this.replay = replay;
        this.caller = caller;
        this.leeloo = leeloo;
        this.dispatcher = dispatcher;
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
        try (var claim = claims.claim(repetition.key())) {
            var permit = leeloo.tryReserve();
            return permit.isPresent()
                    ? execute(change, repetition, headers, permit.get())
                    : waitAndExecute(change, repetition, headers, claim);
        }
    }

    /** A replay needs no permit. The first change with the key may begin while this one waits. */
    private <T> T waitAndExecute(Change<T> change, Repetition repetition, OperationHeaders headers, Claim claim) {
        var earlier = recorder.findEarlier(repetition.key());
        if (earlier.isPresent()) {
            return replay(earlier.get(), change, headers);
        }
        claim.publish();
        try {
            return execute(change, repetition, headers, leeloo.reserve());
        } catch (LeelooQuotaExhausted e) {
            var isShared = claim.isShared();
            var begun = recorder.findEarlier(repetition.key());
            if (begun.isPresent()) {
                return replay(begun.get(), change, headers);
            }
            throw isShared ? replay.conflictWithWaiting(e) : e;
        }
    }

    private <T> T execute(Change<T> change, Repetition repetition, OperationHeaders headers, SendPermit permit) {
        var operation = newOperation(change, repetition, permit);
        var earlier = recorder.record(operation, permit);
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

    /** The caller may have lost the key or the scope while the request waited for its body or for its turn at Leeloo. */
    private NewOperation newOperation(Change<?> change, Repetition repetition, SendPermit permit) {
        try {
            caller.requireAllowed();
            return factory.create(change, repetition);
        } catch (RuntimeException e) {
            permit.giveBack();
            throw e;
        }
    }

    private <T> T replay(OperationRow earlier, Change<T> change, OperationHeaders headers) {
        var context = RequestContext.current();
        context.setOperation(new OperationRef(earlier.id(), context.id()));
        context.setOutcome(earlier.outcome());
        headers.setOperationId(earlier.id());
        return replay.replay(earlier, change, headers);
    }

    private @Nullable IdempotencyKey key(OperationHeaders headers) {
        var key = headers.idempotencyKey();
        if (key.isEmpty() && properties.requireIdempotencyKey()) {
            throw InvalidRequest.of(IdempotencyKey.HEADER, "required", "is required with every change");
        }
        return key.orElse(null);
    }
}

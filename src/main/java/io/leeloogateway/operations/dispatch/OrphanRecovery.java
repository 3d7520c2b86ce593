package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.operations.reconcile.Reconciler;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.Outcome;
import java.util.EnumSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finishes operations that no instance is sending any more. An operation of a dead instance becomes unknown, because Leeloo may have
 * applied it, and the {@link Reconciler} then checks its outcome at Leeloo.
 */
@Component
class OrphanRecovery {

    private static final Logger log = LoggerFactory.getLogger(OrphanRecovery.class);

    private final InstanceId instance;
    private final InstanceRepository instances;
    private final InFlightChanges inFlight;
    private final OperationStore operations;

    OrphanRecovery(
            InstanceId instance, InstanceRepository instances, InFlightChanges inFlight, OperationStore operations) {
        this.instance = instance;
        this.instances = instances;
        this.inFlight = inFlight;
        this.operations = operations;
    }

    void recover() {
        instances.findSendingBy(instance.id()).stream()
                .filter(id -> !inFlight.contains(id))
                .forEach(this::markNotSent);
        instances.findSendingByDeadInstances().forEach(this::markUnknown);
    }

    /** The operation was committed after the caller's wait ended; the request was refused and the change never sent. */
    private void markNotSent(UUID id) {
        var result = OperationResult.of(Outcome.NOT_SENT, 503, OperationResult.GATEWAY, "recorded too late to be sent");
        if (finish(id, result)) {
            log.info("operation {} was recorded too late and is not sent", id);
        }
    }

    private void markUnknown(UUID id) {
        var result = OperationResult.of(
                Outcome.UNKNOWN, null, OperationResult.GATEWAY, "the instance that sent the change is dead");
        if (finish(id, result)) {
            log.warn("operation {} is unknown: the instance that sent the change is dead", id);
        }
    }

    /** An operation whose end cannot be recorded does not hold up the others. */
    private boolean finish(UUID id, OperationResult result) {
        try {
            return operations.finish(id, EnumSet.of(Outcome.SENDING), result);
        } catch (RuntimeException e) {
            if (DatabaseFailureClassifier.isCauseOf(e)) {
                throw e;
            }
            log.error("operation {} ends without an event in the audit log", id, e);
            return finishWithoutAudit(id, result);
        }
    }

    private boolean finishWithoutAudit(UUID id, OperationResult result) {
        try {
            return operations.finishWithoutAudit(id, EnumSet.of(Outcome.SENDING), result);
        } catch (RuntimeException e) {
            log.error("operation {} cannot be finished", id, e);
            return false;
        }
    }
}

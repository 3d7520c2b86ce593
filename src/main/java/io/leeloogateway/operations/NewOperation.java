package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeBegin;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.request.Deadline;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change before it is recorded and sent.
 *
 * @param invalidations the scopes of the cache entries that the change invalidates
 * @param sendDeadline the latest start of the send; later the change is not sent
 * @param auditEntry the begin of the change in the audit log
 */
public record NewOperation(
        UUID id,
        String clientId,
        String action,
        Repetition repetition,
        String fingerprint,
        Change<?> change,
        Set<String> invalidations,
        String requestId,
        Instant startedAt,
        Deadline sendDeadline,
        ChangeBegin auditEntry) {

    private static final int LARGE = 50;

    /** Whether its entry in the audit log names many people. */
    boolean isLarge() {
        return auditEntry.fieldCount() > LARGE;
    }

    @Nullable
    String keyText() {
        var key = repetition.key();
        return key == null ? null : key.text();
    }
}

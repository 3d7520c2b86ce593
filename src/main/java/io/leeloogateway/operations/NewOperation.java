package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeBegin;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.Deadline;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is written down before it is sent.
 *
 * @param touched what ends copies
 * @param departure when it must have left, or never does: others may count on that
 * @param entry what the diary tells of it
 */
public record NewOperation(
        UUID id,
        String clientId,
        String operation,
        @Nullable IdempotencyKey key,
        String fingerprint,
        Change<?> change,
        Set<String> touched,
        String requestId,
        Instant at,
        Deadline departure,
        ChangeBegin entry) {

    @Nullable
    String keyText() {
        return key == null ? null : key.text();
    }
}

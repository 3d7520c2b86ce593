package io.leeloogateway.operations;

import io.leeloogateway.operations.idempotency.IdempotencyKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What makes a change a repetition of an earlier one.
 *
 * @param key the idempotency key; null if the client sent none
 * @param window without a key, how long an equal change in progress or unknown prevents this one; zero: it does not
 */
record Repetition(@Nullable IdempotencyKey key, Duration window) {

    static Repetition ofKey(IdempotencyKey key) {
        return new Repetition(key, Duration.ZERO);
    }

    boolean isByWindow() {
        return key == null && !window.isZero();
    }
}

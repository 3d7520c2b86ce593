package io.leeloogateway.operations.idempotency;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An Idempotency-Key stands for a change that cannot be answered now, or not to this request. */
final class IdempotencyConflict extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final Duration SOON = Duration.ofSeconds(1);

    private IdempotencyConflict(ProblemType type, String detail) {
        super(type, detail, null);
    }

    static IdempotencyConflict byAnotherRequest() {
        return new IdempotencyConflict(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "the Idempotency-Key was first used for another request; nothing was sent");
    }

    static IdempotencyConflict whileSending(UUID id) {
        return new IdempotencyConflict(
                ProblemType.OPERATION_UNDER_WAY, "the change is still under way: " + address(id));
    }

    static IdempotencyConflict withUnknownOutcome(UUID id) {
        return new IdempotencyConflict(
                ProblemType.OPERATION_UNKNOWN, "nobody knows yet whether the change was applied: " + address(id));
    }

    static IdempotencyConflict withUnknownAnswer(UUID id) {
        return new IdempotencyConflict(ProblemType.ANSWER_UNKNOWN, "the change was applied, see " + address(id));
    }

    @Override
    public Optional<Duration> retryAfter() {
        return type() == ProblemType.OPERATION_UNDER_WAY ? Optional.of(SOON) : Optional.empty();
    }

    private static String address(UUID id) {
        return "/api/v1/operations/" + id;
    }
}

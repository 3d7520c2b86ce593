package io.leeloogateway.operations.idempotency;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The idempotency key belongs to an operation that cannot be replayed now, or not for this request. */
final class IdempotencyConflict extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private IdempotencyConflict(ProblemType type, String detail) {
        this(type, detail, null);
    }

    private IdempotencyConflict(ProblemType type, String detail, @Nullable Throwable cause) {
        super(type, detail, cause);
    }

    static IdempotencyConflict keyReused() {
        return new IdempotencyConflict(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "the Idempotency-Key was first used for another request; nothing was sent");
    }

    static IdempotencyConflict inProgress(UUID id) {
        return new IdempotencyConflict(
                ProblemType.OPERATION_IN_PROGRESS, "the change is still in progress: " + address(id));
    }

    static IdempotencyConflict waiting(ProblemException refusal) {
        return new IdempotencyConflict(
                ProblemType.OPERATION_IN_PROGRESS,
                "another request with this Idempotency-Key waits for its turn; this one sent nothing",
                refusal);
    }

    static IdempotencyConflict unknown(UUID id) {
        return new IdempotencyConflict(
                ProblemType.OPERATION_UNKNOWN, "it is not known whether the change was applied: " + address(id));
    }

    static IdempotencyConflict responseUnavailable(UUID id, Outcome outcome) {
        return new IdempotencyConflict(
                ProblemType.RESPONSE_UNAVAILABLE,
                "the change was %s, but its response is not stored: %s".formatted(outcome.value(), address(id)));
    }

    @Override
    public Optional<Duration> retryAfter() {
        return type() == ProblemType.OPERATION_IN_PROGRESS ? Optional.of(RETRY_AFTER) : Optional.empty();
    }

    private static String address(UUID id) {
        return "/api/v1/operations/" + id;
    }
}

package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.model.Created;
import io.leeloogateway.leeloo.model.VerbatimResponse;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The result of one send: Leeloo's response or a failure. */
public record SendResult<T>(
        Outcome outcome, @Nullable T value, @Nullable RuntimeException failure) {

    /** After an unexpected failure the change may have been sent, so the outcome is unknown. */
    static <T> SendResult<T> of(Supplier<LeelooResponse<T>> send) {
        try {
            return new SendResult<>(Outcome.APPLIED, send.get().value(), null);
        } catch (LeelooException e) {
            return failed(outcome(e), e);
        } catch (RuntimeException e) {
            return failed(Outcome.UNKNOWN, e);
        } catch (Error e) {
            return aborted(e);
        }
    }

    /** The thread of the send died, possibly after the send. */
    static <T> SendResult<T> aborted(Throwable cause) {
        return failed(Outcome.UNKNOWN, new IllegalStateException("the send was aborted", cause));
    }

    static <T> SendResult<T> failed(Outcome outcome, RuntimeException failure) {
        return new SendResult<>(outcome, null, failure);
    }

    /** Unknown for the given reason, unless it is unknown already. */
    SendResult<T> orUnknown(ProblemException reason) {
        return outcome == Outcome.UNKNOWN ? this : failed(Outcome.UNKNOWN, reason);
    }

    /** Whether the idempotency key stays with this result: a success, a rejection that no retry can change, or an unknown outcome. */
    boolean keepsKey() {
        return outcome == Outcome.APPLIED
                || outcome == Outcome.UNKNOWN
                || (failure instanceof ProblemException problem && isFinalRejection(problem));
    }

    public T valueOrThrow() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }

    /** Only a success and a rejection that no retry can change have a stored response. */
    OperationResult toOperationResult(int successStatus) {
        return switch (failure) {
            case null ->
                new OperationResult(
                        outcome,
                        successStatus,
                        StoredResponse.write(value),
                        createdId(),
                        null,
                        OperationResult.GATEWAY,
                        false,
                        null);
            case ProblemException problem
            when isFinalRejection(problem) -> failed(problem.type(), StoredResponse.write(problem), false);
            case ProblemException problem -> failed(problem.type(), null, outcome != Outcome.UNKNOWN);
            default -> failed(ProblemType.INTERNAL_ERROR, null, outcome != Outcome.UNKNOWN);
        };
    }

    /** Leeloo applied nothing if it rejected the gateway's token, and a repeat succeeds once the token is replaced. */
    private boolean isFinalRejection(ProblemException problem) {
        return outcome == Outcome.REJECTED
                && !problem.type().isRetryable()
                && problem.type() != ProblemType.LEELOO_CREDENTIALS;
    }

    private OperationResult failed(ProblemType type, @Nullable String response, boolean releasesKey) {
        return new OperationResult(
                outcome,
                type.status().value(),
                response,
                null,
                null,
                OperationResult.GATEWAY,
                releasesKey,
                type.slug());
    }

    private @Nullable String createdId() {
        return switch (value) {
            case Created created -> created.id();
            case VerbatimResponse response -> response.createdId();
            case null, default -> null;
        };
    }

    private static Outcome outcome(LeelooException e) {
        return switch (e) {
            case LeelooNotFound _, LeelooRejected _, LeelooThrottled _ -> Outcome.REJECTED;
            case LeelooQuotaExhausted _ -> Outcome.NOT_SENT;
            case LeelooCredentialsRejected credentials ->
                switch (credentials.reason()) {
                    case REJECTED -> Outcome.REJECTED;
                    case REJECTED_BEFORE, TOKEN_UNREADABLE -> Outcome.NOT_SENT;
                };
            case LeelooUnavailable unavailable ->
                switch (unavailable.delivery()) {
                    case NOT_SENT -> Outcome.NOT_SENT;
                    case POSSIBLY_SENT -> Outcome.UNKNOWN;
                };
            case LeelooUnreadable unreadable -> unreadable.isFromElsewhere() ? Outcome.REJECTED : Outcome.UNKNOWN;
        };
    }
}

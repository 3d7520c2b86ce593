package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One sending of a change: what Leeloo answered, or what went wrong. */
record SendResult<T>(
        Outcome outcome, @Nullable T value, @Nullable RuntimeException failure) {

    /** What goes wrong in a way nobody foresaw may have left. */
    static <T> SendResult<T> of(Supplier<LeelooResponse<T>> sending) {
        try {
            return new SendResult<>(Outcome.APPLIED, sending.get().value(), null);
        } catch (LeelooException e) {
            return new SendResult<>(outcome(e), null, e);
        } catch (RuntimeException e) {
            return new SendResult<>(Outcome.UNKNOWN, null, e);
        } catch (Error e) {
            return new SendResult<>(Outcome.UNKNOWN, null, new IllegalStateException("the sending broke off", e));
        }
    }

    T get() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }

    OperationResult ending(int success) {
        if (failure == null) {
            return new OperationResult(
                    outcome, success, StoredResponse.of(value), madeId(), null, OperationResult.GATEWAY, false, null);
        }
        var told = failure instanceof ProblemException problem ? problem : null;
        var slug = (told == null ? ProblemType.INTERNAL_ERROR : told.type()).slug();
        var status = told == null ? 500 : told.type().status().value();
        if (told == null || outcome != Outcome.REJECTED || told.type().isRetryable()) {
            return new OperationResult(
                    outcome, status, null, null, null, OperationResult.GATEWAY, outcome != Outcome.UNKNOWN, slug);
        }
        return new OperationResult(
                outcome, status, StoredResponse.of(told), null, null, OperationResult.GATEWAY, false, slug);
    }

    private @Nullable String madeId() {
        return switch (value) {
            case CreatedPerson person -> person.id();
            case Order order -> order.id();
            case null, default -> null;
        };
    }

    private static Outcome outcome(LeelooException e) {
        return switch (e) {
            case LeelooNotFound _, LeelooRejected _, LeelooThrottled _ -> Outcome.REJECTED;
            case LeelooCredentialsRejected credentials ->
                switch (credentials.reason()) {
                    case REJECTED -> Outcome.REJECTED;
                    case TOKEN_UNREADABLE -> Outcome.NOT_SENT;
                };
            case LeelooUnavailable unavailable ->
                switch (unavailable.delivery()) {
                    case NOT_SENT -> Outcome.NOT_SENT;
                    case POSSIBLY_SENT -> Outcome.UNKNOWN;
                };
            case LeelooUnreadable _ -> Outcome.UNKNOWN;
        };
    }
}

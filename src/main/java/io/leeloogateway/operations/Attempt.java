package io.leeloogateway.operations;

import io.leeloogateway.leeloo.Answer;
import io.leeloogateway.leeloo.CreatedPerson;
import io.leeloogateway.leeloo.LeelooCredentials;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Order;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One sending of a change: what Leeloo answered, or what went wrong. */
record Attempt<T>(
        Outcome outcome, @Nullable T value, @Nullable RuntimeException failure) {

    /** What goes wrong in a way nobody foresaw may have left. */
    static <T> Attempt<T> of(Supplier<Answer<T>> sending) {
        try {
            return new Attempt<>(Outcome.APPLIED, sending.get().value(), null);
        } catch (LeelooException e) {
            return new Attempt<>(outcome(e), null, e);
        } catch (RuntimeException e) {
            return new Attempt<>(Outcome.UNKNOWN, null, e);
        } catch (Error e) {
            return new Attempt<>(Outcome.UNKNOWN, null, new IllegalStateException("the sending broke off", e));
        }
    }

    T get() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }

    Ending ending(int success) {
        if (failure == null) {
            return new Ending(outcome, success, StoredAnswer.of(value), madeId(), null, Ending.GATEWAY, false, null);
        }
        var told = failure instanceof ProblemException problem ? problem : null;
        var slug = (told == null ? ProblemType.INTERNAL_ERROR : told.type()).slug();
        var status = told == null ? 500 : told.type().status().value();
        if (told == null || outcome != Outcome.REJECTED || told.type().isRetryable()) {
            return new Ending(outcome, status, null, null, null, Ending.GATEWAY, outcome != Outcome.UNKNOWN, slug);
        }
        return new Ending(outcome, status, StoredAnswer.of(told), null, null, Ending.GATEWAY, false, slug);
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
            case LeelooCredentials credentials ->
                switch (credentials.fault()) {
                    case REFUSED -> Outcome.REJECTED;
                    case UNREADABLE -> Outcome.NOT_SENT;
                };
            case LeelooUnavailable unavailable ->
                switch (unavailable.departure()) {
                    case NEVER_LEFT -> Outcome.NOT_SENT;
                    case MAY_BE_APPLIED -> Outcome.UNKNOWN;
                };
            case LeelooUnreadable _ -> Outcome.UNKNOWN;
        };
    }
}

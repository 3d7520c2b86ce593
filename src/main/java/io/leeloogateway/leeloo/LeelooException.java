package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Leeloo did not do what it was asked. */
public abstract sealed class LeelooException extends ProblemException
        permits LeelooCredentialsRejected,
                LeelooNotFound,
                LeelooRejected,
                LeelooThrottled,
                LeelooUnavailable,
                LeelooUnreadable {

    private static final long serialVersionUID = 1;

    private @Nullable Integer answered;

    LeelooException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(type, detail, cause);
    }

    /** The HTTP status that Leeloo answered with; empty where it did not answer. */
    public final Optional<Integer> answered() {
        return Optional.ofNullable(answered);
    }

    final LeelooException answeredWith(HttpStatusCode status) {
        answered = status.value();
        return this;
    }
}

package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Leeloo did not do what it was asked. */
public abstract sealed class LeelooException extends ProblemException
        permits LeelooCredentials,
                LeelooNotFound,
                LeelooRejected,
                LeelooThrottled,
                LeelooUnavailable,
                LeelooUnreadable {

    private static final long serialVersionUID = 1;

    LeelooException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(type, detail, cause);
    }
}

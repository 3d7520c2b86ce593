package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** A call to Leeloo failed. */
public abstract sealed class LeelooException extends ProblemException
        permits LeelooCredentialsRejected,
                LeelooNotFound,
                LeelooQuotaExhausted,
                LeelooRejected,
                LeelooThrottled,
                LeelooUnavailable,
                LeelooUnreadable {

    private static final long serialVersionUID = 1;

    private @Nullable Integer upstreamStatus;

    LeelooException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(type, detail, cause);
    }

    /** The HTTP status of Leeloo's response; empty without a response. */
    public final Optional<Integer> upstreamStatus() {
        return Optional.ofNullable(upstreamStatus);
    }

    final LeelooException withUpstreamStatus(HttpStatusCode status) {
        upstreamStatus = status.value();
        return this;
    }
}

package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.http.RawResponse;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Instant sentAt;
    private transient @Nullable RawBody ownBody;

    LeelooException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(type, detail, cause);
    }

    /** The HTTP status of Leeloo's response; empty without a response. */
    public final Optional<Integer> upstreamStatus() {
        return Optional.ofNullable(upstreamStatus);
    }

    /** A moment before the request left; empty without a response. */
    public final Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** The body in which Leeloo itself reported the failure; empty if Leeloo did not, and in a later response from the cache. */
    public final Optional<RawBody> ownBody() {
        return Optional.ofNullable(ownBody);
    }

    final LeelooException with(RawResponse response) {
        upstreamStatus = response.status().value();
        sentAt = response.sentAt();
        ownBody = this instanceof LeelooRejected || this instanceof LeelooNotFound ? response.body() : null;
        return this;
    }
}

package io.leeloogateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that the caller is told of; the other rooms' exceptions extend it. Its message is safe to show. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;

    protected ProblemException(ProblemType type, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    public final ProblemType type() {
        return type;
    }

    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** What is wrong with which field; empty unless the request is to blame. */
    public List<InvalidField> errors() {
        return List.of();
    }

    /** How long to wait before trying again; empty when nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}

package io.leeloogateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exception with a problem type; the message is the detail of the problem and safe to show. Other modules extend it. */
public class ProblemException extends RuntimeException {

    /** The request attribute with the problem that the container's error page has to show. */
    public static final String ATTRIBUTE = ProblemException.class.getName();

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

    /** The invalid fields; empty unless the request caused the problem. */
    public List<InvalidField> errors() {
        return List.of();
    }

    /** The time to wait before a retry; empty if unknown. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}

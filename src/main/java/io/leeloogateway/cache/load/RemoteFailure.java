package io.leeloogateway.cache.load;

import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How a load failed that another instance made for all. */
public final class RemoteFailure extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Word word;

    private RemoteFailure(Word word) {
        super(word.type(), word.detail(), null);
        this.word = word;
    }

    /** A failure as it is left for others. */
    private record Word(
            ProblemType type,
            String detail,
            List<InvalidField> errors,
            @Nullable Long retryAfterMillis,
            @Nullable Integer answered) {}

    static String tell(ProblemException failure) {
        var wait = failure.retryAfter().map(Duration::toMillis).orElse(null);
        return JSON.writeValueAsString(new Word(
                failure.type(),
                failure.detail(),
                failure.errors(),
                wait,
                answered(failure).orElse(null)));
    }

    /** The HTTP status that Leeloo answered with, to whomever; empty where it did not answer. */
    public static Optional<Integer> answered(ProblemException failure) {
        return switch (failure) {
            case LeelooException own -> own.upstreamStatus();
            case RemoteFailure remote -> Optional.ofNullable(remote.word.answered());
            default -> Optional.empty();
        };
    }

    static RemoteFailure hear(String told) {
        return new RemoteFailure(JSON.readValue(told, Word.class));
    }

    @Override
    public List<InvalidField> errors() {
        return word.errors();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(word.retryAfterMillis()).map(Duration::ofMillis);
    }
}

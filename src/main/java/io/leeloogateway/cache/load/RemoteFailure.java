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

/** The failure of a load in another instance. */
public final class RemoteFailure extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Content content;

    private RemoteFailure(Content content) {
        super(content.type(), content.detail(), null);
        this.content = content;
    }

    /** The JSON form of a failure in the database. */
    private record Content(
            ProblemType type,
            String detail,
            List<InvalidField> errors,
            @Nullable Long retryAfterMillis,
            @Nullable Integer upstreamStatus) {}

    static String serialize(ProblemException failure) {
        return JSON.writeValueAsString(new Content(
                failure.type(),
                failure.detail(),
                failure.errors(),
                failure.retryAfter().map(Duration::toMillis).orElse(null),
                upstreamStatus(failure).orElse(null)));
    }

    static RemoteFailure parse(String json) {
        return new RemoteFailure(JSON.readValue(json, Content.class));
    }

    /** The HTTP status of Leeloo's response, to this or another instance; empty if there was no response. */
    public static Optional<Integer> upstreamStatus(ProblemException failure) {
        return switch (failure) {
            case LeelooException own -> own.upstreamStatus();
            case RemoteFailure remote -> Optional.ofNullable(remote.content.upstreamStatus());
            default -> Optional.empty();
        };
    }

    @Override
    public List<InvalidField> errors() {
        return content.errors();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(content.retryAfterMillis()).map(Duration::ofMillis);
    }
}

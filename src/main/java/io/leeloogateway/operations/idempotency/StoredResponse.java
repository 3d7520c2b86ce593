package io.leeloogateway.operations.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a change was answered with, kept for those who ask again: what Leeloo told, or why it went wrong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredResponse(
        @Nullable JsonNode value,
        @Nullable ProblemType problem,
        @Nullable String detail,
        @Nullable List<InvalidField> errors) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public static String of(@Nullable Object value) {
        return JSON.writeValueAsString(new StoredResponse(JSON.valueToTree(value), null, null, null));
    }

    public static String of(ProblemException failure) {
        return JSON.writeValueAsString(new StoredResponse(null, failure.type(), failure.detail(), failure.errors()));
    }

    /** What tells nothing needs not be kept. */
    static boolean isKnown(@Nullable String stored, Change<?> change) {
        return stored != null || answerOf(change) == Accepted.class;
    }

    /** The answer again, or its failure. */
    public static <T> T read(@Nullable String stored, Change<T> change) {
        var type = answerOf(change);
        if (stored == null) {
            return type.cast(new Accepted());
        }
        var answer = JSON.readValue(stored, StoredResponse.class);
        if (answer.problem != null) {
            var errors = answer.errors == null ? List.<InvalidField>of() : answer.errors;
            throw new ReplayedFailure(answer.problem, Objects.requireNonNull(answer.detail), errors);
        }
        return JSON.treeToValue(answer.value, type);
    }

    @SuppressWarnings("unchecked") // a change says itself what it is answered by
    private static <T> Class<T> answerOf(Change<T> change) {
        var declared = ResolvableType.forInstance(change).as(Change.class).getGeneric(0);
        return (Class<T>) Objects.requireNonNull(declared.resolve());
    }
}

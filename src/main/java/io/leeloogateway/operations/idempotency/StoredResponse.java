package io.leeloogateway.operations.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.VerbatimResponse;
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

/** The response to a change as JSON, for a replay: Leeloo's value or a problem. The names of these components and of {@link ProblemType}s are stored. */
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

    public static String write(@Nullable Object value) {
        return JSON.writeValueAsString(new StoredResponse(JSON.valueToTree(value), null, null, null));
    }

    public static String write(ProblemException failure) {
        return JSON.writeValueAsString(new StoredResponse(null, failure.type(), failure.detail(), failure.errors()));
    }

    /** A response without content is known even if it is not stored. */
    static boolean isKnown(@Nullable String stored, Change<?> change) {
        var type = responseType(change);
        return stored == null ? type == Accepted.class : isOfShape(JSON.readTree(stored), type);
    }

    /** A value in Leeloo's words is no response to the same change under {@code /api}, and the other way round; a problem is one for both. */
    private static boolean isOfShape(JsonNode stored, Class<?> type) {
        return stored.has("problem") || stored.path("value").has("leelooBody") == (type == VerbatimResponse.class);
    }

    /** Returns the value or throws the problem. */
    public static <T> T read(@Nullable String stored, Change<T> change) {
        var type = responseType(change);
        if (stored == null) {
            return type.cast(new Accepted());
        }
        var response = JSON.readValue(stored, StoredResponse.class);
        if (response.problem != null) {
            var errors = response.errors == null ? List.<InvalidField>of() : response.errors;
            throw new ReplayedFailure(response.problem, Objects.requireNonNull(response.detail), errors);
        }
        return JSON.treeToValue(response.value, type);
    }

    @SuppressWarnings("unchecked") // the type argument of a Change<T> is the type of its response
    private static <T> Class<T> responseType(Change<T> change) {
        var declared = ResolvableType.forInstance(change).as(Change.class).getGeneric(0);
        return (Class<T>) Objects.requireNonNull(declared.resolve());
    }
}

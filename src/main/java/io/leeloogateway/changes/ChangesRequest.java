package io.leeloogateway.changes;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects changes.
 *
 * @param kinds a comma-separated selection of person (needs people:read) and order (needs orders:read); by default what the key may read
 * @param cursor the {@code nextCursor} of the previous response; by default the oldest change that is kept
 * @param limit the maximum number of items, 1 to 100, default 20
 */
record ChangesRequest(
        @Parameter(
                array = @ArraySchema(schema = @Schema(allowableValues = {"person", "order"})),
                style = ParameterStyle.FORM,
                explode = Explode.FALSE)
        @Nullable
        String kinds,

        @Size(min = 1, max = 500) @Nullable String cursor,

        @Schema(defaultValue = "20") @Min(1) @Max(100) @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 20;

    int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Throws for a kind that the caller may not read. */
    Set<ResourceKind> visibleKinds() {
        if (kinds != null) {
            var selected = selectedKinds(kinds);
            selected.forEach(kind -> MissingScope.require(kind.scope()));
            return selected;
        }
        var caller = RequestContext.current().caller().orElseThrow();
        var visible = EnumSet.allOf(ResourceKind.class);
        visible.removeIf(kind -> !caller.hasScope(kind.scope()));
        if (visible.isEmpty()) {
            MissingScope.require(ResourceKind.PERSON.scope());
        }
        return visible;
    }

    private static Set<ResourceKind> selectedKinds(String text) {
        var selected = EnumSet.noneOf(ResourceKind.class);
        Arrays.stream(text.split(",", -1))
                .map(name -> ResourceKind.of(name)
                        .orElseThrow(() -> InvalidRequest.of("kinds", "unknown", "must be of person, order")))
                .forEach(selected::add);
        return selected;
    }
}

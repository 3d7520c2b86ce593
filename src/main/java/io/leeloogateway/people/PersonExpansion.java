package io.leeloogateway.people;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a person in the response.
 *
 * @param expand a comma-separated selection of orders (needs orders:read) and operators (needs users:read); not with view=summary
 * @param view {@code full}: the whole person; {@code summary}: only the fields that lists have, without a call to Leeloo where a recent
 *     list contains the person; {@code best-effort}: the whole person or, where it cannot be read, the fields that lists have
 * @param raw {@code true} adds the unchanged response of Leeloo (needs raw:read); not with view=summary
 */
record PersonExpansion(
        @Parameter(
                array = @ArraySchema(schema = @Schema(allowableValues = {"orders", "operators"})),
                style = ParameterStyle.FORM,
                explode = Explode.FALSE)
        @Nullable
        String expand,

        @Schema(
                allowableValues = {"full", "summary", "best-effort"},
                defaultValue = "full")
        @Nullable
        String view,

        @Schema(defaultValue = "false") @Nullable Boolean raw) {

    PersonViewMode viewMode() {
        if (view == null) {
            return PersonViewMode.FULL;
        }
        return switch (view) {
            case "full" -> PersonViewMode.FULL;
            case "best-effort" -> PersonViewMode.BEST_EFFORT;
            case "summary" -> summary();
            default -> throw InvalidRequest.of("view", "unknown", "must be of full, summary, best-effort");
        };
    }

    /** Lists have neither expanded parts nor raw responses of a person. */
    private PersonViewMode summary() {
        if (expand != null) {
            throw InvalidRequest.of("expand", "contradictory", "does not go with view=summary");
        }
        if (isRaw()) {
            throw InvalidRequest.of("raw", "contradictory", "does not go with view=summary");
        }
        return PersonViewMode.SUMMARY;
    }

    boolean isRaw() {
        return Boolean.TRUE.equals(raw);
    }

    Set<PersonPart> parts() {
        if (expand == null) {
            return Set.of();
        }
        var parts = EnumSet.noneOf(PersonPart.class);
        for (var name : expand.split(",", -1)) {
            parts.add(part(name));
        }
        return parts;
    }

    private static PersonPart part(String name) {
        return switch (name) {
            case "orders" -> {
                MissingScope.require("orders:read");
                yield PersonPart.ORDERS;
            }
            case "operators" -> {
                MissingScope.require("users:read");
                yield PersonPart.OPERATORS;
            }
            default -> throw InvalidRequest.of("expand", "unknown", "must be of orders, operators");
        };
    }
}

package io.leeloogateway.orders;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order in the response.
 *
 * @param expand a selection: person (needs people:read)
 * @param raw {@code true} adds the unchanged response of Leeloo (needs raw:read)
 */
record OrderExpansion(
        @Parameter(
                array = @ArraySchema(schema = @Schema(allowableValues = "person")),
                style = ParameterStyle.FORM,
                explode = Explode.FALSE)
        @Nullable
        String expand,

        @Schema(defaultValue = "false") @Nullable Boolean raw) {

    boolean isRaw() {
        return Boolean.TRUE.equals(raw);
    }

    boolean hasPerson() {
        if (expand == null) {
            return false;
        }
        if (!expand.equals("person")) {
            throw InvalidRequest.of("expand", "unknown", "must be person");
        }
        MissingScope.require("people:read");
        return true;
    }
}

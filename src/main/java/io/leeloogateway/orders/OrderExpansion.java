package io.leeloogateway.orders;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order to show.
 *
 * @param expand person (needs people:read)
 * @param raw true: with what Leeloo itself said of the order (needs raw:read)
 */
record OrderExpansion(
        @Schema(pattern = "^person$") @Nullable String expand,
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
        MissingScope.refuseWithout("people:read");
        return true;
    }
}

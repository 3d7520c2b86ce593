package io.leeloogateway.orders;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to embed in an order.
 *
 * @param expand person (needs people:read)
 */
record OrderExpansion(
        @Schema(pattern = "^person$") @Nullable String expand) {

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

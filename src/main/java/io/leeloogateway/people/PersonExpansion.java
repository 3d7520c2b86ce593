package io.leeloogateway.people;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.MissingScope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to embed in a person.
 *
 * @param expand a comma-separated choice of orders (needs orders:read) and operators (needs users:read)
 */
record PersonExpansion(
        @Schema(pattern = "^(orders|operators)(,(orders|operators))*$") @Nullable
        String expand) {

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
                MissingScope.refuseWithout("orders:read");
                yield PersonPart.ORDERS;
            }
            case "operators" -> {
                MissingScope.refuseWithout("users:read");
                yield PersonPart.OPERATORS;
            }
            default -> throw InvalidRequest.of("expand", "unknown", "must be of orders, operators");
        };
    }
}

package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.wire.FieldNames;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What Leeloo's {@code error} means. */
final class ErrorMapper {

    /** Stands for an error that tells nothing but its status, 404. */
    static final JsonNode NOT_FOUND = StringNode.valueOf("NOT_FOUND");

    private static final Set<String> UNKNOWN = Set.of("NOT_FOUND", "WRONG_ID");

    private ErrorMapper() {}

    static LeelooException of(JsonNode error, Target target) {
        var rejection = FieldNames.translate(error.path("fields"));
        if (rejection.containsKey("authToken")) {
            return LeelooCredentialsRejected.refused();
        }
        var code = FieldNames.code(error.isString() ? error : error.path("code"));
        return missing(code, error.path("fields"), target)
                .<LeelooException>map(LeelooNotFound::new)
                .orElseGet(() -> new LeelooRejected(target, code, rejection));
    }

    /** An unknown id that stands in the caller's body and not in our route is a fault of that field. */
    private static Optional<Target> missing(String code, JsonNode fields, Target target) {
        var unknown = fields.propertyStream()
                .filter(field -> UNKNOWN.contains(FieldNames.code(field.getValue())))
                .toList();
        if (unknown.isEmpty()) {
            return UNKNOWN.contains(code) ? target.inRoute() : Optional.empty();
        }
        return unknown.stream()
                .flatMap(field -> target.inRoute(field.getKey()).stream())
                .findFirst();
    }
}

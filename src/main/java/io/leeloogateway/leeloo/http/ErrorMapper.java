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

/** Maps Leeloo's {@code error} to an exception. */
final class ErrorMapper {

    /** The error of a 404 without details. */
    static final JsonNode NOT_FOUND = StringNode.valueOf("NOT_FOUND");

    private static final Set<String> UNKNOWN = Set.of("NOT_FOUND", "WRONG_ID");

    private ErrorMapper() {}

    static LeelooException of(JsonNode error, Target target) {
        var fieldCodes = FieldNames.translate(error.path("fields"));
        if (fieldCodes.containsKey("authToken")) {
            return LeelooCredentialsRejected.byLeeloo();
        }
        var code = FieldNames.code(error.isString() ? error : error.path("code"));
        return unknownTarget(code, error.path("fields"), target)
                .<LeelooException>map(LeelooNotFound::new)
                .orElseGet(() -> new LeelooRejected(target, code, fieldCodes));
    }

    /** The unknown resource, if the path of the caller's request names it. An unknown id in the body is a rejected field. */
    private static Optional<Target> unknownTarget(String code, JsonNode fields, Target target) {
        var unknown = fields.propertyStream()
                .filter(field -> UNKNOWN.contains(FieldNames.code(field.getValue())))
                .toList();
        if (unknown.isEmpty()) {
            return UNKNOWN.contains(code) ? target.inPath() : Optional.empty();
        }
        return unknown.stream()
                .flatMap(field -> target.inPath(field.getKey()).stream())
                .findFirst();
    }
}

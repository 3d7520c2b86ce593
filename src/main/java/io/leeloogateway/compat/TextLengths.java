package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bounds of texts in a body in Leeloo's own words. Other texts may be as long as the body. */
final class TextLengths {

    /** A longer id could not be recorded as the target of an operation. */
    private static final int MAX_ID = 255;

    /** Longer ones would make every list that shows them too large to read. */
    private static final int MAX_LISTED = 1000;

    private static final Set<String> LISTED = Set.of("name", "email", "phone", "currency");

    private TextLengths() {}

    /** Leeloo's fields of ids are at the top of the body; its listed fields are anywhere. */
    static void check(ObjectNode body) {
        var ids = body.propertyStream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).endsWith("id"))
                .filter(field -> isLonger(field.getValue(), MAX_ID))
                .map(field -> tooLong(field.getKey(), MAX_ID));
        var listed = fields(body)
                .filter(field -> LISTED.contains(field.getKey()))
                .filter(field -> isLonger(field.getValue(), MAX_LISTED))
                .map(field -> tooLong(field.getKey(), MAX_LISTED));
        var errors = Stream.concat(ids, listed)
                .distinct()
                .limit(InvalidRequest.MAX_ERRORS)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return Stream.concat(node.propertyStream(), node.valueStream().flatMap(TextLengths::fields));
    }

    private static boolean isLonger(JsonNode value, int max) {
        return value.asString("").length() > max;
    }

    private static InvalidField tooLong(String field, int max) {
        return new InvalidField(field, "length", "must have at most " + max + " characters");
    }
}

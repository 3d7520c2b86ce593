package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leeloogateway.request.KnownValues;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Visits parts of an OpenAPI document. */
final class JsonNodes {

    static final String REFERENCE = "$ref";

    /** Values that callers send or receive; a field in them may look like a keyword. */
    private static final Set<String> VALUES =
            Set.of("example", "examples", "default", "enum", "const", KnownValues.EXTENSION);

    private JsonNodes() {}

    /** Visits all objects of the document except examples, children first. */
    static void visit(JsonNode node, Consumer<ObjectNode> visitor) {
        if (node.isArray()) {
            List.copyOf(node.valueStream().toList()).forEach(item -> visit(item, visitor));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).stream()
                    .filter(field -> !VALUES.contains(field.getKey()))
                    .forEach(field -> visit(field.getValue(), visitor));
            visitor.accept(object);
        }
    }

    static Stream<ObjectNode> operations(JsonNode document) {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.has("responses"))
                .map(ObjectNode.class::cast);
    }

    static ObjectNode components(ObjectNode document, String kind) {
        return document.withObject("/components").withObject("/" + kind);
    }

    /** The last segment of a reference. */
    static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}

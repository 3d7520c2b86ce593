package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** Rewrites an OpenAPI 3.1 document in the terms of 3.0. */
final class OpenApi30 {

    private static final String ANY_OF = "anyOf";
    private static final String NULLABLE = "nullable";

    private OpenApi30() {}

    static ObjectNode of(ObjectNode document) {
        var older = document.deepCopy();
        older.put("openapi", "3.0.3");
        older.withObject("/info/license").remove("identifier");
        JsonNodes.operations(older).forEach(OpenApi30::dropScopes);
        JsonNodes.visit(older, node -> {
            if (isSchema(node)) {
                rewrite(node);
            }
        });
        return older;
    }

    /** In 3.0, only OAuth and OpenID Connect have scopes. */
    private static void dropScopes(ObjectNode operation) {
        operation.path("security").forEach(item -> item.forEach(scopes -> ((ArrayNode) scopes).removeAll()));
    }

    private static boolean isSchema(ObjectNode node) {
        return node.path("type").isTextual()
                || node.path("type").isArray()
                || node.has(ANY_OF)
                || isReferenceWithText(node);
    }

    private static boolean isReferenceWithText(ObjectNode node) {
        return node.has(JsonNodes.REFERENCE) && node.size() > 1;
    }

    private static void rewrite(ObjectNode schema) {
        nullableType(schema);
        nullableReference(schema);
        if (isReferenceWithText(schema)) {
            schema.putArray("allOf").addObject().set(JsonNodes.REFERENCE, schema.remove(JsonNodes.REFERENCE));
        }
        if (schema.path("examples").isArray()) {
            schema.set("example", schema.remove("examples").path(0));
        }
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
        if (schema.path("exclusiveMinimum").isNumber()) {
            schema.set("minimum", schema.path("exclusiveMinimum"));
            schema.put("exclusiveMinimum", true);
        }
    }

    private static void nullableType(ObjectNode schema) {
        if (schema.path("type").isArray()) {
            StreamSupport.stream(schema.path("type").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(type -> !type.equals("null"))
                    .findFirst()
                    .ifPresent(type -> schema.put("type", type));
            schema.put(NULLABLE, true);
        }
    }

    private static void nullableReference(ObjectNode schema) {
        if (schema.path(ANY_OF).isArray()) {
            var either = (ArrayNode) schema.remove(ANY_OF);
            schema.putArray("allOf").add(either.get(0));
            schema.put(NULLABLE, true);
        }
    }
}

package io.leeloogateway.contract;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks a JSON value against its schema: the type, required fields and undeclared fields. */
record SchemaConformity(Contract contract) {

    /** Returns the violations; empty for a valid value. */
    List<String> violations(JsonNode value, JsonNode schema) {
        return violations("", value, contract.follow(schema)).toList();
    }

    private Stream<String> violations(String path, JsonNode value, JsonNode schema) {
        if (!isOfType(value, schema)) {
            return Stream.of(path + " is not of type " + schema.path("type"));
        }
        if (value.isArray()) {
            var items = contract.follow(schema.path("items"));
            return value.valueStream().flatMap(item -> violations(path + "[]", item, items));
        }
        return value.isObject() && schema.has("properties") ? fieldViolations(path, value, schema) : Stream.of();
    }

    private Stream<String> fieldViolations(String path, JsonNode value, JsonNode schema) {
        var missing = schema.path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(name -> !value.has(name))
                .map(name -> path + "." + name + " is missing");
        var wrong = value.properties().stream().flatMap(field -> {
            var fieldPath = path + "." + field.getKey();
            var declared = schema.path("properties").get(field.getKey());
            return declared == null
                    ? Stream.of(fieldPath + " is not declared")
                    : violations(fieldPath, field.getValue(), contract.follow(declared));
        });
        return Stream.concat(missing, wrong);
    }

    private static boolean isOfType(JsonNode value, JsonNode schema) {
        var type = schema.path("type");
        var types =
                type.isArray() ? type.valueStream().map(JsonNode::stringValue).toList() : List.of(type.stringValue());
        return switch (value.getNodeType()) {
            case NULL -> types.contains("null");
            case STRING -> types.contains("string");
            case BOOLEAN -> types.contains("boolean");
            case ARRAY -> types.contains("array");
            case NUMBER -> types.contains(value.isIntegralNumber() ? "integer" : "number") || types.contains("number");
            default -> types.contains("object");
        };
    }
}

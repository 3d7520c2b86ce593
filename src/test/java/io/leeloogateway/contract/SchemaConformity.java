package io.leeloogateway.contract;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a JSON value is what its schema promises: the right type, nothing missing, nothing unannounced. */
record SchemaConformity(Contract contract) {

    /** What is wrong with the value; empty if nothing. */
    List<String> faults(JsonNode value, JsonNode schema) {
        return faults("", value, contract.follow(schema)).toList();
    }

    private Stream<String> faults(String at, JsonNode value, JsonNode schema) {
        if (!isOfType(value, schema)) {
            return Stream.of(at + " is not of type " + schema.path("type"));
        }
        if (value.isArray()) {
            var items = contract.follow(schema.path("items"));
            return value.valueStream().flatMap(item -> faults(at + "[]", item, items));
        }
        return value.isObject() && schema.has("properties") ? fieldFaults(at, value, schema) : Stream.of();
    }

    private Stream<String> fieldFaults(String at, JsonNode value, JsonNode schema) {
        var missing = schema.path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .filter(name -> !value.has(name))
                .map(name -> at + "." + name + " is missing");
        var wrong = value.properties().stream().flatMap(field -> {
            var place = at + "." + field.getKey();
            var promised = schema.path("properties").get(field.getKey());
            return promised == null
                    ? Stream.of(place + " is not announced")
                    : faults(place, field.getValue(), contract.follow(promised));
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

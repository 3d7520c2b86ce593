package io.leeloogateway.sandbox.http;

import java.util.Collection;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shortcuts for building JSON responses. */
public final class JsonBuilder {

    private JsonBuilder() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static <T> ArrayNode array(Collection<? extends T> elements, Function<? super T, ? extends JsonNode> row) {
        var array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(row.apply(element)));
        return array;
    }

    public static ArrayNode texts(Collection<String> texts) {
        return array(texts, JsonNodeFactory.instance::stringNode);
    }

    public static ObjectNode named(String id, String name) {
        return object().put("id", id).put("name", name);
    }

    public static ObjectNode link(String type, String id) {
        return object().put("type", type).put("id", id);
    }
}

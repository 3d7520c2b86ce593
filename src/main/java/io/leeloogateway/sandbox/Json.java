package io.leeloogateway.sandbox;

import java.util.Collection;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Short spellings for building answers. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(Collection<? extends T> elements, Function<? super T, ? extends JsonNode> row) {
        var array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(row.apply(element)));
        return array;
    }

    static ArrayNode texts(Collection<String> texts) {
        return array(texts, JsonNodeFactory.instance::stringNode);
    }

    static ObjectNode named(String id, String name) {
        return object().put("id", id).put("name", name);
    }

    static ObjectNode link(String type, String id) {
        return object().put("type", type).put("id", id);
    }
}

package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leeloogateway.request.Route;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves each response that has a component name to the components: operations with equal responses share them. Another response with the name stays in its operation. */
@Component
@Order(40)
class SharedResponses implements DocumentTransformation {

    @Override
    public void apply(ObjectNode document) {
        var shared = new TreeMap<String, JsonNode>();
        JsonNodes.operations(document).forEach(operation -> {
            operation.remove(Route.SCOPE_EXTENSION);
            var responses = (ObjectNode) operation.path("responses");
            share(responses, shared);
            sort(responses);
        });
        JsonNodes.components(document, "responses").setAll(shared);
    }

    private static void sort(ObjectNode responses) {
        var sorted = new TreeMap<String, JsonNode>();
        responses.properties().forEach(status -> sorted.put(status.getKey(), status.getValue()));
        responses.removeAll();
        responses.setAll(sorted);
    }

    private static void share(ObjectNode responses, Map<String, JsonNode> shared) {
        for (var status : responses.properties()) {
            var response = (ObjectNode) status.getValue();
            var name = response.path(Route.COMPONENT_EXTENSION).asText();
            if (!name.isEmpty()) {
                response.remove(Route.COMPONENT_EXTENSION);
                var first = shared.putIfAbsent(name, response);
                if (first == null || first.equals(response)) {
                    status.setValue(responses.objectNode().put(JsonNodes.REFERENCE, "#/components/responses/" + name));
                }
            }
        }
    }
}

package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says that request bodies have no other fields than the documented ones: the gateway rejects unknown fields. */
@Component
@Order(20)
class ClosedForms implements DocumentTransformation {

    private static final String OTHERS = "additionalProperties";

    @Override
    public void apply(ObjectNode document) {
        JsonNodes.operations(document).forEach(operation -> close(operation.path("requestBody"), document));
    }

    private static void close(JsonNode body, ObjectNode document) {
        JsonNodes.visit(body, node -> {
            var reference = node.path(JsonNodes.REFERENCE).asText();
            if (!reference.isEmpty()) {
                close((ObjectNode) document.requiredAt(reference.substring(1)), document);
            }
        });
        if (body instanceof ObjectNode form && form.has("properties")) {
            form.set(OTHERS, BooleanNode.FALSE);
        }
    }
}

package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leeloogateway.request.KnownValues;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Declares the gateway's own vocabularies as open lists, so that a generated client accepts a value that it does not know yet. */
@Component
@Order(30)
class OpenEnums implements DocumentTransformation {

    @Override
    public void apply(ObjectNode document) {
        JsonNodes.components(document, "schemas")
                .valueStream()
                .filter(schema -> schema.has("enum"))
                .map(ObjectNode.class::cast)
                .forEach(schema -> schema.set(KnownValues.EXTENSION, schema.remove("enum")));
    }
}

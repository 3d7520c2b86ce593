package io.leeloogateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI document as it is served: 3.1 as JSON and YAML, 3.0 as YAML for generators that read nothing newer. */
record DocumentRenderings(RenderedDocument json, RenderedDocument yaml, RenderedDocument yaml30) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DocumentRenderings of(ObjectNode document) throws JsonProcessingException {
        return new DocumentRenderings(
                new RenderedDocument(JSON.writeValueAsBytes(document)),
                new RenderedDocument(DocumentFile.write(document)),
                new RenderedDocument(DocumentFile.write(OpenApi30.of(document))));
    }
}

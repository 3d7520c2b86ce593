package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes the finished OpenAPI document where springdoc's model cannot express the change. */
interface DocumentTransformation {

    void apply(ObjectNode document);
}

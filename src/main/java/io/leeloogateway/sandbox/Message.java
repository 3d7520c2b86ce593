package io.leeloogateway.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** One line of a chat. */
record Message(String id, String text, String type, boolean read, Instant at) {

    static final String FROM_COMPANY = "YOUR_MESSAGE";
    static final String FROM_CUSTOMER = "FRIEND_MESSAGE";
    static final String FROM_SYSTEM = "SYSTEM_MESSAGE";

    ObjectNode row() {
        return Json.object()
                .put("id", id)
                .put("text", text)
                .put("type", type)
                .put("read", read)
                .put("createdAt", Dates.wire(at))
                .put("updatedAt", Dates.wire(at));
    }
}

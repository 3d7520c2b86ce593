package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A message of a chat. */
public record Message(String id, String text, String type, boolean read, Instant at) {

    public static final String FROM_COMPANY = "YOUR_MESSAGE";
    public static final String FROM_CUSTOMER = "FRIEND_MESSAGE";
    public static final String FROM_SYSTEM = "SYSTEM_MESSAGE";

    public ObjectNode row() {
        return JsonBuilder.object()
                .put("id", id)
                .put("text", text)
                .put("type", type)
                .put("read", read)
                .put("createdAt", LeelooDates.format(at))
                .put("updatedAt", LeelooDates.format(at));
    }
}

package io.leeloogateway.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person in one messenger, with the chat; guarded by the company's lock. */
final class Channel {

    static final String MANUAL = "MANUAL";

    final String id;
    final String personId;
    final @Nullable String connectionId;
    final String from;
    final Map<String, String> utmMarks;
    final Instant createdAt;
    final Deque<Message> messages = new ArrayDeque<>();

    Channel(
            String id,
            String personId,
            @Nullable Connection connection,
            Map<String, String> utmMarks,
            Instant createdAt) {
        this.id = id;
        this.personId = personId;
        this.connectionId = connection == null ? null : connection.id();
        this.from = connection == null ? MANUAL : connection.platform();
        this.utmMarks = utmMarks;
        this.createdAt = createdAt;
    }

    @Nullable
    Instant lastMessageAt() {
        var newest = messages.peekFirst();
        return newest == null ? null : newest.at();
    }

    ObjectNode account() {
        return Json.object()
                .put("account_id", id)
                .put("connection_id", connectionId)
                .put("connection_status", "CONNECTED")
                .put("from", from);
    }

    ObjectNode row(String name) {
        var row = Json.object()
                .put("id", id)
                .put("person_id", personId)
                .put("name", name)
                .put("from", from)
                .put("botStatus", "ACTIVE")
                .put("lastMessageTime", Dates.optional(lastMessageAt()))
                .put("createdAt", Dates.wire(createdAt));
        var marks = row.putObject("utmMarks");
        utmMarks.forEach(marks::put);
        return row;
    }
}

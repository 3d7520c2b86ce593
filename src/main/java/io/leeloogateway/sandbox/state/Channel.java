package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person in one messenger, with the messages. Guarded by the lock of the company. */
public final class Channel {

    public static final String MANUAL = "MANUAL";

    public final String id;
    final String personId;
    final @Nullable String connectionId;
    public final String from;
    final Map<String, String> utmMarks;
    public final Instant createdAt;
    public final Deque<Message> messages = new ArrayDeque<>();

    public Channel(
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
    public Instant lastMessageAt() {
        var newest = messages.peekFirst();
        return newest == null ? null : newest.at();
    }

    public ObjectNode account() {
        return JsonBuilder.object()
                .put("account_id", id)
                .put("connection_id", connectionId)
                .put("connection_status", "CONNECTED")
                .put("from", from);
    }

    public ObjectNode row(String name) {
        var row = JsonBuilder.object()
                .put("id", id)
                .put("person_id", personId)
                .put("name", name)
                .put("from", from)
                .put("botStatus", "ACTIVE")
                .put("lastMessageTime", LeelooDates.formatNullable(lastMessageAt()))
                .put("createdAt", LeelooDates.format(createdAt));
        var marks = row.putObject("utmMarks");
        utmMarks.forEach(marks::put);
        return row;
    }
}

package io.leeloogateway.channels;

import io.leeloogateway.leeloo.model.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param id Leeloo's id of the message
 * @param text the text; may be empty
 * @param type the sender; an open list of values: YOUR_MESSAGE the company, FRIEND_MESSAGE the customer, SYSTEM_MESSAGE Leeloo
 * @param read whether the message has been read
 * @param createdAt time of sending
 * @param updatedAt time of the last change
 */
record MessageView(
        String id,
        @Nullable String text,
        @Nullable String type,
        boolean read,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id(), message.text(), message.type(), message.read(), message.createdAt(), message.updatedAt());
    }
}

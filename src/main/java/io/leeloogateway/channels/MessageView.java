package io.leeloogateway.channels;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.leeloogateway.leeloo.Message;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param id Leeloo's id of the message
 * @param text what it says; may be empty
 * @param type who it is from, open: YOUR_MESSAGE the company, FRIEND_MESSAGE the customer, SYSTEM_MESSAGE Leeloo
 * @param read whether it was read
 * @param createdAt when it was sent
 * @param updatedAt when it was last changed
 * @param personId whose chat it is, as far as copies know; for the diary only
 */
record MessageView(
        String id,
        @Nullable String text,
        @Nullable String type,
        boolean read,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonIgnore @Nullable String personId)
        implements PersonalData {

    static MessageView of(Message message, @Nullable String personId) {
        return new MessageView(
                message.id(),
                message.text(),
                message.type(),
                message.read(),
                message.createdAt(),
                message.updatedAt(),
                personId);
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

package io.leeloogateway.channels;

import io.leeloogateway.leeloo.model.Channel;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel: a person in one messenger.
 *
 * @param id Leeloo's id of the channel; not the id of the person
 * @param personId id of the person
 * @param name name of the person in the messenger
 * @param platform the messenger; an open list of values: TELEGRAM, FACEBOOK, VKONTAKTE, MANUAL
 * @param botStatus whether the bot may write to the person; an open list of values
 * @param utm the UTM parameters of the person's first visit, by name
 * @param lastMessageAt time of the last message in either direction
 * @param createdAt time of creation
 */
record ChannelView(
        String id,
        @Nullable String personId,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String botStatus,
        Map<String, String> utm,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt)
        implements PersonalData {

    static ChannelView of(Channel channel) {
        return new ChannelView(
                channel.id(),
                channel.personId(),
                channel.name(),
                channel.platform(),
                channel.botStatus(),
                channel.utm(),
                channel.lastMessageAt(),
                channel.createdAt());
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}

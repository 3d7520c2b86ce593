package io.leeloogateway.channels;

import io.leeloogateway.leeloo.model.Channel;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person in one messenger.
 *
 * @param id Leeloo's id of the channel; not the person's
 * @param personId the person behind it
 * @param name the person's name there
 * @param platform the messenger, open: TELEGRAM, FACEBOOK, VKONTAKTE, MANUAL
 * @param botStatus whether the bot may speak, open
 * @param utm the marks the person came with, by name
 * @param lastMessageAt when the last message came or went
 * @param createdAt when the channel was made
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

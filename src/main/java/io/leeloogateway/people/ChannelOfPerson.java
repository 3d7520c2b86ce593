package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a person.
 *
 * @param id Leeloo's id of the channel, the address for messages to the person
 * @param connectionId id of the company's bot or sender that serves the channel
 * @param connectionStatus whether the person can be reached on the channel; an open list of values
 * @param platform the messenger; an open list of values: TELEGRAM, FACEBOOK, VKONTAKTE, MANUAL
 */
record ChannelOfPerson(
        String id,
        @Nullable String connectionId,
        @Nullable String connectionStatus,
        @Nullable String platform) {

    static ChannelOfPerson of(PersonChannel channel) {
        return new ChannelOfPerson(
                channel.id(), channel.connectionId(), channel.connectionStatus(), channel.platform());
    }
}

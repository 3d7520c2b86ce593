package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a person.
 *
 * @param id Leeloo's id of the channel; messages go there
 * @param connectionId the company's bot or sender it runs over
 * @param connectionStatus whether the person can be reached there, open
 * @param platform the messenger, open: TELEGRAM, FACEBOOK, VKONTAKTE, MANUAL
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

package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Person;

/** Leeloo endpoint 7: get the person of a channel. */
public record FindPersonOfChannel(String channelId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Person;

/** Operation 7: the person behind a channel. */
public record FindPersonOfChannel(String channelId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

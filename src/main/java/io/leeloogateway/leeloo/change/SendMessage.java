package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;

/** Leeloo endpoint 4: send a text message to a channel. */
public record SendMessage(String channelId, String text) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

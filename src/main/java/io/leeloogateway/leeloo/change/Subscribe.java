package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;

/** Leeloo endpoint 8: subscribe a channel to a block of a tunnel. */
public record Subscribe(String channelId, String tunnelId, String blockId) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

package io.leeloogateway.leeloo;

/** Operation 8: puts a channel into a block of a tunnel. */
public record Subscribe(String channelId, String tunnelId, String blockId) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

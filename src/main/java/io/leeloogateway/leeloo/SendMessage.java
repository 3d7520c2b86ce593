package io.leeloogateway.leeloo;

/** Operation 4: sends a text to a channel. */
public record SendMessage(String channelId, String text) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

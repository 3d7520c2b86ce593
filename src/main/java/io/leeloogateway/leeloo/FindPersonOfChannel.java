package io.leeloogateway.leeloo;

/** Operation 7: the person behind a channel. */
public record FindPersonOfChannel(String channelId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("channel", channelId);
    }
}

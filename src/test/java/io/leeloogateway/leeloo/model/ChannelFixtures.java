package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The channels and messages in the recorded responses. */
public final class ChannelFixtures {

    public static final List<Channel> ROWS = List.of(
            new Channel(
                    SampleIds.CHANNEL,
                    SampleIds.ANNA,
                    "Anna Sample",
                    "TELEGRAM",
                    "ACTIVE",
                    Map.of("utm_source", "letter"),
                    SampleIds.THEN,
                    SampleIds.LONG_AGO),
            new Channel(
                    "64a000000000000000000602",
                    "64a000000000000000001802",
                    null,
                    "PIGEON_POST",
                    "NEVER_SEEN",
                    Map.of(),
                    null,
                    SampleIds.LONG_AGO));

    public static final List<Message> CHAT = List.of(
            new Message(
                    "64a000000000000000000503",
                    "Добрый день!",
                    "YOUR_MESSAGE",
                    true,
                    SampleIds.THEN,
                    Instant.parse("2026-01-13T08:20:38.001Z")),
            new Message(
                    "64a000000000000000000502",
                    "",
                    "FRIEND_MESSAGE",
                    false,
                    Instant.parse("2026-01-13T08:19:00Z"),
                    Instant.parse("2026-01-13T08:19:00Z")),
            new Message("64a000000000000000000501", null, "REACTION", false, null, null));

    private ChannelFixtures() {}
}

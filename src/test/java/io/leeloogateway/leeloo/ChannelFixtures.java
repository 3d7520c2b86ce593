package io.leeloogateway.leeloo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The channels and the chat of the recorded samples. */
final class ChannelFixtures {

    static final List<Channel> ROWS = List.of(
            new Channel(
                    Known.CHANNEL,
                    Known.ANNA,
                    "Anna Sample",
                    "TELEGRAM",
                    "ACTIVE",
                    Map.of("utm_source", "letter"),
                    Known.THEN,
                    Known.LONG_AGO),
            new Channel(
                    "64a000000000000000000602",
                    "64a000000000000000001802",
                    null,
                    "PIGEON_POST",
                    "NEVER_SEEN",
                    Map.of(),
                    null,
                    Known.LONG_AGO));

    static final List<Message> CHAT = List.of(
            new Message(
                    "64a000000000000000000503",
                    "Добрый день!",
                    "YOUR_MESSAGE",
                    true,
                    Known.THEN,
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

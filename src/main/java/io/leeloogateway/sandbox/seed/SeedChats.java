package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Message;
import io.leeloogateway.sandbox.state.SandboxState;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Adds up to eight messages to each channel of a messenger except Anna's first channel. */
final class SeedChats {

    private static final List<String> TYPES =
            List.of(Message.FROM_CUSTOMER, Message.FROM_COMPANY, Message.FROM_CUSTOMER, Message.FROM_SYSTEM);

    private SeedChats() {}

    static void fill(SandboxState state, Random random) {
        var texts = Seed.lines("chats.txt");
        state.channels.all().stream()
                .filter(channel -> channel.messages.isEmpty() && !channel.from.equals(Channel.MANUAL))
                .forEach(channel -> chat(state, channel, texts, random));
    }

    private static void chat(SandboxState state, Channel channel, List<String> texts, Random random) {
        var at = channel.createdAt;
        for (int i = random.nextInt(9); i > 0; i--) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(240)));
            var id = state.ids.nextId(IdKind.MESSAGE);
            var type = Seed.pick(TYPES, random);
            channel.messages.addFirst(new Message(id, Seed.pick(texts, random), type, i > 2, at));
        }
    }
}

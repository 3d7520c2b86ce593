package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Message;
import io.leeloogateway.sandbox.state.SandboxState;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Seeds up to eight messages into every channel of a messenger but Anna's first. */
final class SeedChats {

    private static final List<String> TYPES =
            List.of(Message.FROM_CUSTOMER, Message.FROM_COMPANY, Message.FROM_CUSTOMER, Message.FROM_SYSTEM);

    private SeedChats() {}

    static void fill(SandboxState company, Random random) {
        var texts = Seed.lines("chats.txt");
        company.channels.all().stream()
                .filter(channel -> channel.messages.isEmpty() && !channel.from.equals(Channel.MANUAL))
                .forEach(channel -> chat(company, channel, texts, random));
    }

    private static void chat(SandboxState company, Channel channel, List<String> texts, Random random) {
        var at = channel.createdAt;
        for (int i = random.nextInt(9); i > 0; i--) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(240)));
            var id = company.numbers.nextId(IdKind.MESSAGE);
            var type = Seed.any(TYPES, random);
            channel.messages.addFirst(new Message(id, Seed.any(texts, random), type, i > 2, at));
        }
    }
}

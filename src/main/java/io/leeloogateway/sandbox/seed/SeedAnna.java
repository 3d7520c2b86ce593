package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.CustomField;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Message;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;
import java.time.Duration;
import java.util.List;

/** Adds details to person 1, who is in every example. */
final class SeedAnna {

    static final String NAME = "Anna Kovalenko";

    private static final List<String> CHAT = List.of(
            "Hello! I saw your course, is it for beginners?",
            "Hello Anna! Yes, it starts from the very basics.",
            "Чудово! А скільки коштує?",
            "100 USD for eight lessons.",
            "",
            "Operator joined the chat",
            "I would like to pay by bank transfer.",
            "Of course, here is the invoice.",
            "Дякую 🙂",
            "Your place is reserved until Friday.",
            "Paid! When do we start?",
            "On Monday at 19:00. See you there!");

    private SeedAnna() {}

    static void fill(SandboxState state) {
        var anna = state.people.get(IdKind.person(1));
        anna.gender = "FEMALE";
        anna.locale = "uk";
        anna.profileImage = "https://example.com/images/anna.png";
        anna.tags.addAll(List.of(state.tags.get(IdKind.TAG.id(1)), state.tags.get(IdKind.TAG.id(2))));
        anna.contactedUsers.addAll(List.of(IdKind.USER.id(1), IdKind.USER.id(2)));
        anna.put(new CustomField("PHONE", "Second phone", "+12025550199"));
        anna.put(new CustomField("STRING", "City", "Zaporizhzhia"));
        var channel = anna.channels.getFirst();
        for (String tunnelId : List.of(IdKind.TUNNEL.id(1), IdKind.TUNNEL.id(2))) {
            var tunnel = state.tunnels.get(tunnelId);
            anna.subscriptions.add(new Subscription(tunnel, tunnel.tools().getFirst(), channel.id));
        }
        chat(state, channel);
        anna.updatedAt = Seed.NOW.minus(Duration.ofHours(1));
    }

    private static void chat(SandboxState state, Channel channel) {
        for (int i = 0; i < CHAT.size(); i++) {
            var type = i % 2 == 0 ? Message.FROM_CUSTOMER : Message.FROM_COMPANY;
            var at = Seed.NOW.minus(Duration.ofMinutes(30L * (CHAT.size() - i)));
            var id = state.ids.nextId(IdKind.MESSAGE);
            channel.messages.addFirst(new Message(id, CHAT.get(i), i == 5 ? Message.FROM_SYSTEM : type, true, at));
        }
    }
}

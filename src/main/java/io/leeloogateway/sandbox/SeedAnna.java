package io.leeloogateway.sandbox;

import java.time.Duration;
import java.util.List;

/** Seeds what is special about person 1, the one every example talks about. */
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

    static void fill(Company company) {
        var anna = company.people.get(Kind.person(1));
        anna.gender = "FEMALE";
        anna.locale = "uk";
        anna.profileImage = "https://example.com/images/anna.png";
        anna.tags.addAll(List.of(company.tags.get(Kind.TAG.id(1)), company.tags.get(Kind.TAG.id(2))));
        anna.contactedUsers.addAll(List.of(Kind.USER.id(1), Kind.USER.id(2)));
        anna.put(new CustomField("PHONE", "Second phone", "+12025550199"));
        anna.put(new CustomField("STRING", "City", "Zaporizhzhia"));
        var channel = anna.channels.getFirst();
        for (String tunnelId : List.of(Kind.TUNNEL.id(1), Kind.TUNNEL.id(2))) {
            var tunnel = company.tunnels.get(tunnelId);
            anna.subscriptions.add(new Subscription(tunnel, tunnel.tools().getFirst(), channel.id));
        }
        chat(company, channel);
        anna.updatedAt = Seed.NOW.minus(Duration.ofHours(1));
    }

    private static void chat(Company company, Channel channel) {
        for (int i = 0; i < CHAT.size(); i++) {
            var type = i % 2 == 0 ? Message.FROM_CUSTOMER : Message.FROM_COMPANY;
            var at = Seed.NOW.minus(Duration.ofMinutes(30L * (CHAT.size() - i)));
            var id = company.numbers.nextId(Kind.MESSAGE);
            channel.messages.addFirst(new Message(id, CHAT.get(i), i == 5 ? Message.FROM_SYSTEM : type, true, at));
        }
    }
}

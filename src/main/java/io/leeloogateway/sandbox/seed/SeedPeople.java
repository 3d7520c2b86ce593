package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Person;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Adds people 1 to 300, newest first; person 1 is Anna. */
final class SeedPeople {

    private static final int PEOPLE = 300;
    private static final int DUPLICATE_EVERY = 60;

    private SeedPeople() {}

    static void fill(SandboxState state, Random random) {
        var languages = Seed.lines("names.txt");
        for (int number = 1; number <= PEOPLE; number++) {
            state.ids.next(IdKind.PERSON);
            var person = person(number, Seed.pick(languages, random).split(";", -1), random);
            state.people.addOldest(person.id, person);
            channel(state, person, IdKind.firstChannel(number), random);
            if (number % 9 == 1) {
                channel(state, person, state.ids.nextId(IdKind.CHANNEL), random);
            }
            addDetails(state, person, random);
        }
    }

    private static Person person(int number, String[] language, Random random) {
        var name = number == 1
                ? SeedAnna.NAME
                : Seed.pick(names(language[2]), random) + " " + Seed.pick(names(language[3]), random);
        var at = Seed.NOW.minus(Duration.ofDays(15).plusMinutes(611L * number + random.nextInt(300)));
        var person = new Person(IdKind.person(number), name, email(number, name), phone(number), at);
        if (random.nextInt(4) > 0) {
            person.gender = language[0];
            person.locale = language[1];
        }
        return person;
    }

    private static List<String> names(String list) {
        return List.of(list.split(",", -1));
    }

    private static @Nullable String email(int number, String name) {
        if (number % 7 == 0) {
            return null;
        }
        var local = name.matches("[A-Za-z ]+") ? name.toLowerCase(Locale.ROOT).replace(' ', '.') : "customer";
        return local + "." + number + (number % 2 == 0 ? "@example.com" : "@example.org");
    }

    /** Number ranges that regulators reserve for fiction: +1 … 555 01xx, +44 7700 900xxx and +49 30 23125 xxx. */
    private static @Nullable String phone(int number) {
        if (number % 11 == 0) {
            return null;
        }
        int numberInRange = number % DUPLICATE_EVERY == 0 ? number - 1 : number;
        return switch (numberInRange % 3) {
            case 0 -> String.format(Locale.ROOT, "+447700900%03d", numberInRange);
            case 1 ->
                String.format(Locale.ROOT, "+1%d55501%02d", 202 + 10 * (numberInRange / 100), numberInRange % 100);
            default -> String.format(Locale.ROOT, "+493023125%03d", numberInRange);
        };
    }

    private static void channel(SandboxState state, Person person, String id, Random random) {
        var connections = List.copyOf(state.connections.all());
        var choice = id.equals(IdKind.firstChannel(1)) ? 0 : random.nextInt(connections.size() + 1);
        var connection = choice == connections.size() ? null : connections.get(choice);
        Map<String, String> marks =
                random.nextInt(3) > 0 ? Map.of() : Map.of("utm_source", "newsletter", "utm_campaign", "winter");
        var channel = new Channel(id, person.id, connection, marks, person.createdAt);
        person.channels.add(channel);
        state.channels.addOldest(id, channel);
    }

    private static void addDetails(SandboxState state, Person person, Random random) {
        if (person.id.equals(IdKind.person(1))) {
            return;
        }
        var tags = List.copyOf(state.tags.all());
        for (int i = random.nextInt(4); i > 0; i--) {
            person.tags.add(Seed.pick(tags, random));
        }
        if (random.nextBoolean()) {
            var tunnel = Seed.pick(List.copyOf(state.tunnels.all()), random);
            person.subscriptions.add(new Subscription(tunnel, tunnel.tools().getLast(), person.channels.getFirst().id));
            person.contactedUsers.add(IdKind.USER.id(1 + random.nextInt(6)));
        }
    }
}

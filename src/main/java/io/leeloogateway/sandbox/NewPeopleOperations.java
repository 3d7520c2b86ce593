package io.leeloogateway.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations 16 and 19, which make people. */
final class NewPeopleOperations {

    private NewPeopleOperations() {}

    static void addTo(Routes routes) {
        routes.add("POST", "/people", NewPeopleOperations::create);
        routes.add("POST", "/people/sms", NewPeopleOperations::importPeople);
    }

    private static Reply create(Company company, WireCall call) {
        var input = call.body().require("name");
        var users = input.texts("connected_users_ids");
        users.forEach(id -> company.users.known(id, "connected_users_ids"));
        var tool = tool(company, input);
        var person = add(company, call, input, null);
        person.contactedUsers.addAll(users);
        subscribe(company, person, tool);
        return Reply.data(PersonJson.created(person, person.channels.getFirst()));
    }

    /** Leeloo works off the rows later and skips what it cannot use; here they are there at once. */
    private static Reply importPeople(Company company, WireCall call) {
        var input = call.body().require("data", "connection_id");
        var connection = company.connections.known(input.text("connection_id"), "connection_id");
        var tags = input.texts("tags").stream()
                .map(id -> company.tags.known(id, "tags"))
                .toList();
        var tool = tool(company, input);
        var rows = input.objects("data");
        for (Input row : rows) {
            if (isUsable(row)) {
                var person = add(company, call, row, connection);
                person.tags.addAll(tags);
                subscribe(company, person, tool);
            }
        }
        return Reply.data(Json.object().put("count_to_process", rows.size()));
    }

    private static boolean isUsable(Input row) {
        try {
            return row.phone() != null && (row.email() != null || row.text("email") == null);
        } catch (Refusal e) {
            return false;
        }
    }

    private static Person add(Company company, WireCall call, Input input, @Nullable Connection connection) {
        var phone = input.phone();
        var email = input.email();
        long number = company.numbers.next(Kind.PERSON);
        var person = new Person(Kind.person(number), input.text("name", ""), email, phone, call.now());
        var channel = new Channel(Kind.firstChannel(number), person.id, connection, Map.of(), call.now());
        person.channels.add(channel);
        company.people.add(person.id, person);
        company.channels.add(channel.id, channel);
        return person;
    }

    private static @Nullable Tool tool(Company company, Input input) {
        var id = input.text("leadgentool_id");
        return id == null ? null : company.tools.known(id, "leadgentool_id");
    }

    private static void subscribe(Company company, Person person, @Nullable Tool tool) {
        if (tool != null) {
            var tunnel = company.tunnels.get(tool.tunnelId());
            person.subscriptions.add(new Subscription(tunnel, tool, person.channels.getFirst().id));
        }
    }
}

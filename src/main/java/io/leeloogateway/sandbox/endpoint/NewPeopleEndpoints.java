package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.RequestFields;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.Connection;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Person;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Subscription;
import io.leeloogateway.sandbox.state.Tool;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoints 16 and 19, which create people. */
final class NewPeopleEndpoints {

    private NewPeopleEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("POST", "/people", NewPeopleEndpoints::create);
        endpoints.add("POST", "/people/sms", NewPeopleEndpoints::importPeople);
    }

    private static Reply create(SandboxState state, WireCall call) {
        var input = call.body().require("name");
        var users = input.texts("connected_users_ids");
        users.forEach(id -> state.users.getReferenced(id, "connected_users_ids"));
        var tool = tool(state, input);
        var person = add(state, call, input, null);
        person.contactedUsers.addAll(users);
        subscribe(state, person, tool);
        return Reply.data(PersonJson.created(person, person.channels.getFirst()));
    }

    /** Leeloo imports the rows later and skips invalid rows; the sandbox imports them at once. */
    private static Reply importPeople(SandboxState state, WireCall call) {
        var input = call.body().require("data", "connection_id");
        var connection = state.connections.getReferenced(input.text("connection_id"), "connection_id");
        var tags = input.texts("tags").stream()
                .map(id -> state.tags.getReferenced(id, "tags"))
                .toList();
        var tool = tool(state, input);
        var rows = input.objects("data");
        for (RequestFields row : rows) {
            if (isUsable(row)) {
                var person = add(state, call, row, connection);
                person.tags.addAll(tags);
                subscribe(state, person, tool);
            }
        }
        return Reply.data(JsonBuilder.object().put("count_to_process", rows.size()));
    }

    private static boolean isUsable(RequestFields row) {
        try {
            return row.phone() != null && (row.email() != null || row.text("email") == null);
        } catch (LeelooError e) {
            return false;
        }
    }

    private static Person add(SandboxState state, WireCall call, RequestFields input, @Nullable Connection connection) {
        var phone = input.phone();
        var email = input.email();
        long number = state.ids.next(IdKind.PERSON);
        var person = new Person(IdKind.person(number), input.text("name", ""), email, phone, call.now());
        var channel = new Channel(IdKind.firstChannel(number), person.id, connection, Map.of(), call.now());
        person.channels.add(channel);
        state.people.add(person.id, person);
        state.channels.add(channel.id, channel);
        return person;
    }

    private static @Nullable Tool tool(SandboxState state, RequestFields input) {
        var id = input.text("leadgentool_id");
        return id == null ? null : state.tools.getReferenced(id, "leadgentool_id");
    }

    private static void subscribe(SandboxState state, Person person, @Nullable Tool tool) {
        if (tool != null) {
            var tunnel = state.tunnels.get(tool.tunnelId());
            person.subscriptions.add(new Subscription(tunnel, tool, person.channels.getFirst().id));
        }
    }
}

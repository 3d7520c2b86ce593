package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.User;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** Leeloo endpoints 23 and 28 to 30: tags, users and telephone calls. */
final class DirectoryEndpoints {

    private static final Set<String> CALL_STATUSES = Set.of("TALKING", "SUCCESS", "NO_ANSWER", "CLOSED_BY_SYSTEM");
    private static final Set<String> CALL_TYPES = Set.of("INBOUND", "OUTBOUND");

    private DirectoryEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("GET", "/tags", DirectoryEndpoints::tags);
        endpoints.add("GET", "/users", DirectoryEndpoints::users);
        endpoints.add("GET", "/users/*", DirectoryEndpoints::user);
        endpoints.add("POST", "/calls", DirectoryEndpoints::createCall);
    }

    private static Reply tags(SandboxState state, WireCall call) {
        return Reply.data(JsonBuilder.array(state.tags.all(), it -> JsonBuilder.named(it.id(), it.name())));
    }

    private static Reply users(SandboxState state, WireCall call) {
        return ListPage.of(state.users.all(), call, User::json);
    }

    private static Reply user(SandboxState state, WireCall call) {
        return Reply.data(state.users.get(call.id()).json());
    }

    private static Reply createCall(SandboxState state, WireCall call) {
        var input = call.body()
                .require("user_id", "from", "to", "date", "account_id", "record_link", "status", "duration", "type");
        var user = state.users.getReferenced(input.text("user_id"), "user_id");
        var channel = state.channels.getReferenced(input.text("account_id"), "account_id");
        var status = input.oneOf("status", CALL_STATUSES);
        var type = input.oneOf("type", CALL_TYPES);
        var seconds = input.number("duration");
        input.instant("date");
        var id = state.ids.nextId(IdKind.CALL);
        var json = JsonBuilder.object()
                .put("id", id)
                .put(
                        "call_id",
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("user_id", user.id())
                .put("account_id", channel.id)
                .put("provider_type", "MANUAL")
                .put("from", input.text("from"))
                .put("to", input.text("to"))
                .put("type", type)
                .put("status", status)
                .put("billsec", seconds)
                .put("record_link", input.text("record_link"))
                .putNull("telephone_connection_id")
                .put("company_id", IdKind.COMPANY.id(1))
                .put("created_at", LeelooDates.format(call.now()))
                .put("updated_at", LeelooDates.format(call.now()))
                .putNull("next_check");
        json.putObject("raw_response");
        return Reply.data(json);
    }
}

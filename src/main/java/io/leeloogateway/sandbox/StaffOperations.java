package io.leeloogateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** Operations 23 and 28 to 30: tags, users and their telephone calls. */
final class StaffOperations {

    private static final Set<String> CALL_STATUSES = Set.of("TALKING", "SUCCESS", "NO_ANSWER", "CLOSED_BY_SYSTEM");
    private static final Set<String> CALL_TYPES = Set.of("INBOUND", "OUTBOUND");

    private StaffOperations() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/tags", StaffOperations::tags);
        routes.add("GET", "/users", StaffOperations::users);
        routes.add("GET", "/users/*", StaffOperations::user);
        routes.add("POST", "/calls", StaffOperations::createCall);
    }

    private static Reply tags(Company company, WireCall call) {
        return Reply.data(Json.array(company.tags.all(), it -> Json.named(it.id(), it.name())));
    }

    private static Reply users(Company company, WireCall call) {
        return Page.of(company.users.all(), call, User::json);
    }

    private static Reply user(Company company, WireCall call) {
        return Reply.data(company.users.get(call.id()).json());
    }

    private static Reply createCall(Company company, WireCall call) {
        var input = call.body()
                .require("user_id", "from", "to", "date", "account_id", "record_link", "status", "duration", "type");
        var user = company.users.known(input.text("user_id"), "user_id");
        var channel = company.channels.known(input.text("account_id"), "account_id");
        var status = input.oneOf("status", CALL_STATUSES);
        var type = input.oneOf("type", CALL_TYPES);
        var seconds = input.number("duration");
        input.moment("date");
        var id = company.numbers.nextId(Kind.CALL);
        var answer = Json.object()
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
                .put("company_id", Kind.COMPANY.id(1))
                .put("created_at", Dates.wire(call.now()))
                .put("updated_at", Dates.wire(call.now()))
                .putNull("next_check");
        answer.putObject("raw_response");
        return Reply.data(answer);
    }
}

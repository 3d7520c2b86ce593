package io.leeloogateway.client;

import io.leeloogateway.client.api.ClientsApi;
import io.leeloogateway.client.api.MeApi;
import io.leeloogateway.client.api.MessagesApi;
import io.leeloogateway.client.api.OperationsApi;
import io.leeloogateway.client.api.OperationsApi.ListOperationsRequest;
import io.leeloogateway.client.api.PeopleApi;
import io.leeloogateway.client.api.PeopleApi.ListPeopleRequest;
import io.leeloogateway.client.model.ClientForm;
import io.leeloogateway.client.model.MessageForm;
import io.leeloogateway.client.model.PersonRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** {@code Story ADDRESS KEY}: what a team does with the client; prints what it sees. */
final class Story {

    private static final String ANNA = "64a0c3f00001000000000002";
    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String TAG = "64a0c3f00003000000000003";

    private final Gateway gateway;
    private final PeopleApi people;

    private Story(Gateway gateway) {
        this.gateway = gateway;
        this.people = new PeopleApi(gateway.client());
    }

    public static void main(String[] args) {
        new Story(new Gateway(args[0], args[1], 2)).run();
    }

    private void run() {
        var rows = readPeople();
        print("%d people", rows.size());
        readPersonWithNulls(rows);
        addTagTwice();
        new MessagesApi(gateway.client()).sendMessage(CHANNEL, new MessageForm().text("Hello"), null);
        print("message sent");
        var missing = problemOf(() -> people.findPerson("64a0c3f000010000000fffff", null, null, null, null));
        print("%d %s", missing.problem().getStatus(), missing.problem().getType());
        exceedLimit();
        loseResponse();
        print("operations %s", String.join(",", outcomes()));
    }

    private List<PersonRow> readPeople() {
        var rows = new ArrayList<PersonRow>();
        for (int offset = 0, returned = -1; returned != 0; offset += returned) {
            var page = people.listPeople(new ListPeopleRequest(null, null, null, null, null, 100, offset, null));
            rows.addAll(page.getItems());
            returned = page.getPage().getReturned();
        }
        return rows;
    }

    private void readPersonWithNulls(List<PersonRow> rows) {
        var sparse = rows.stream()
                .filter(row -> row.getEmail() == null && row.getPhone() == null)
                .findFirst()
                .orElseThrow();
        var person = people.findPerson(sparse.getId(), null, null, null, null);
        print("email %s, phone %s", person.getEmail(), person.getPhone());
    }

    private void addTagTwice() {
        people.addTag(ANNA, TAG, "story-java");
        var repeated = people.addTagWithHttpInfo(ANNA, TAG, "story-java");
        print(
                "%d, replayed %s",
                repeated.getStatusCode().value(), repeated.getHeaders().getFirst("Idempotency-Replayed"));
    }

    private void exceedLimit() {
        var clients = new ClientsApi(gateway.client());
        var form = new ClientForm()
                .name("story-java")
                .owner("story")
                .purpose("story")
                .scopes(List.of("tags:read"))
                .requestsPerMinute(1);
        var key = clients.createKey(clients.createClient(form).getId(), null).getKey();
        var me = new MeApi(new Gateway(gateway.address(), key, 0).client());
        print("scopes %s", String.join(",", me.findMe().getScopes()));
        var limited = problemOf(me::findMe);
        var wait = Integer.parseInt(limited.headers().getFirst("Retry-After"));
        print("%d %s, Retry-After %s", limited.problem().getStatus(), limited.problem().getType(), wait > 0);
    }

    private void loseResponse() {
        var faulty = gateway.client().addDefaultHeader("X-Sandbox-Fault", "cut-after-apply");
        var messages = new MessagesApi(faulty);
        var lost = problemOf(() -> messages.sendMessage(CHANNEL, new MessageForm().text("Again"), null))
                .problem();
        print("%d, outcome %s, retryable %s", lost.getStatus(), lost.getOutcome(), lost.getRetryable());
    }

    /** The oldest first. */
    private List<String> outcomes() {
        var operations = new OperationsApi(gateway.client());
        var outcomes = new ArrayDeque<String>();
        String cursor = null;
        do {
            var page =
                    operations.listOperations(new ListOperationsRequest(null, null, null, null, null, null, null, 1, cursor));
            page.getItems().forEach(operation -> outcomes.addFirst(operation.getOutcome()));
            cursor = page.getNextCursor();
        } while (cursor != null);
        return List.copyOf(outcomes);
    }

    private static GatewayProblem problemOf(Runnable call) {
        try {
            call.run();
        } catch (GatewayProblem e) {
            return e;
        }
        throw new IllegalStateException("the call succeeded");
    }

    private static void print(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}

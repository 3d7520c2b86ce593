package io.leeloogateway.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.operations.OperationsTest;
import io.leeloogateway.request.CursorPageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@OperationsTest
class OperationsIntegrationTests {

    private static final String OTHER_PERSON = "64a0c3f00001000000000004";
    private static final OperationFilter NO_FILTER = new OperationFilter(null, null, null, null, null, null, null);

    @Autowired
    RestTestClient http;

    @Autowired
    OperationRowRepository operations;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    TestClients callers;
    ChangeClient client;
    ChangeClient admin;

    @BeforeEach
    void createClient() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        admin = new ChangeClient("http://127.0.0.1:" + port, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = admin.with(callers.newKeyWithScopes("people:write", "orders:write"));
    }

    @Test
    void operationShowsTheRequestAndItsOutcome() {
        var reply = client.comment("Called", "Idempotency-Key", "\"a key\"", "X-Request-Id", "r-1");

        var operation = client.operation(reply.operationId()).json();

        assertThat(operation.path("action").asString()).isEqualTo("people.addComment");
        assertThat(operation.at("/target/kind").asString()).isEqualTo("person");
        assertThat(operation.at("/target/id").asString()).isEqualTo(ChangeClient.ANNA);
        assertThat(operation.path("idempotencyKey").asString()).isEqualTo("a key");
        assertThat(operation.path("outcome").asString()).isEqualTo("applied");
        assertThat(operation.path("status").asInt()).isEqualTo(201);
        assertThat(operation.path("requestId").asString()).isEqualTo("r-1");
        assertThat(Instant.parse(operation.path("startedAt").asString()))
                .isBefore(Instant.parse(operation.path("finishedAt").asString()));
        assertThat(operation.toString()).doesNotContain("Called");
    }

    /** The requests and responses of a page could fill the memory. */
    @Test
    void requestsAndResponsesAreNotRead() {
        var unknown = client.comment("Called", "X-Sandbox-Fault", "cut-after-apply");
        var applied = client.comment("Called again");
        var ids = List.of(unknown.operationId(), applied.operationId());

        var listed = operations.find(null, NO_FILTER, new CursorPageRequest(2, null));
        var found = ids.stream().flatMap(id -> operations.find(UUID.fromString(id)).stream());

        assertThat(bodies(ids)).containsExactly("request", "response");
        assertThat(Stream.concat(listed.stream(), found).filter(row -> ids.contains(String.valueOf(row.id()))))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.request()).isNull())
                .allSatisfy(row -> assertThat(row.response()).isNull());
    }

    @Test
    void createdPersonIsTheTarget() {
        var created = client.send("POST", "/people", "{\"name\": \"Eva\", \"phone\": \"+12025550143\"}");

        var operation = client.operation(created.operationId()).json();

        assertThat(operation.at("/target/id").asString()).isEqualTo(created.text("id"));
        assertThat(ids(client, "?target=" + created.text("id"))).containsExactly(created.operationId());
    }

    @Test
    void clientsSeeTheirOwnOperationsAndAdminsAll() {
        var mine = client.comment("Called").operationId();
        var other = client.with(callers.newKeyWithScopes("people:write"));
        var others = other.comment("Called").operationId();

        var admin = client.with(callers.newKeyWithScopes("admin"));
        assertThat(ids(client, "")).containsExactly(mine);
        assertThat(ids(other, "")).containsExactly(others);
        assertThat(ids(admin, "?limit=2")).containsExactly(others, mine);
        assertThat(other.operation(mine).status()).isEqualTo(404);
        assertThat(admin.operation(mine).status()).isEqualTo(200);
    }

    @Test
    void administratorFiltersOperationsByTheNameOrTheIdOfAClient() {
        var form = TestClients.client("people:write");
        var id = callers.newClient(form);
        var theirs = client.with(callers.newKey(id));
        var operation = theirs.comment("Called").operationId();
        client.comment("Called");

        var admin = client.with(callers.newKeyWithScopes("admin"));
        var name = String.valueOf(form.get("name"));
        assertThat(ids(admin, "?client=" + name)).containsExactly(operation);
        assertThat(ids(admin, "?client=" + name.toUpperCase(Locale.ROOT))).containsExactly(operation);
        assertThat(ids(admin, "?client=" + id)).containsExactly(operation);
        assertThat(ids(admin, "?client=nobody")).isEmpty();
        assertThat(ids(theirs, "?client=" + name)).containsExactly(operation);
        assertThat(ids(client, "?client=" + name)).isEmpty();
    }

    @Test
    void eachFilterNarrowsTheList() {
        var comment = client.comment("Called").operationId();
        var between = Instant.now();
        var tag = client.send("PUT", "/people/" + OTHER_PERSON + "/tags/64a0c3f00003000000000003", "")
                .operationId();
        var refused = client.comment("Called", "X-Sandbox-Fault", "error-200").operationId();

        assertThat(ids(client, "?outcome=rejected")).containsExactly(refused);
        assertThat(ids(client, "?outcome=applied")).containsExactly(tag, comment);
        assertThat(ids(client, "?outcome=unknown")).isEmpty();
        assertThat(ids(client, "?action=people.addTag")).containsExactly(tag);
        assertThat(ids(client, "?target=" + OTHER_PERSON)).containsExactly(tag);
        assertThat(ids(client, "?to=" + between)).containsExactly(comment);
        assertThat(ids(client, "?from=" + between)).containsExactly(refused, tag);
        assertThat(ids(client, "?from=" + between + "&outcome=applied&action=people.addTag&target=" + OTHER_PERSON))
                .containsExactly(tag);
        assertThat(ids(client, "?from=" + between + "&to=" + between)).isEmpty();
    }

    @Test
    void pagesHaveNoGapsAndNoDuplicates() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            created.addFirst(client.comment("Called " + i).operationId());
        }

        var first = client.get("/operations?limit=3");
        client.comment("Came in between");
        var second = client.get("/operations?limit=3&cursor=" + cursor(first));
        var third = client.get("/operations?limit=3&cursor=" + cursor(second));

        var ids = new ArrayList<String>();
        List.of(first, second, third).forEach(page -> ids.addAll(ids(page)));
        assertThat(ids).isEqualTo(created);
        assertThat(third.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void oldestOperationsComeFirstIfAskedFor() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            created.add(client.comment("Called " + i).operationId());
        }

        var first = client.get("/operations?sort=startedAt&limit=2");
        var second = client.get("/operations?sort=startedAt&limit=2&cursor=" + cursor(first));

        assertThat(ids(first)).isEqualTo(created.subList(0, 2));
        assertThat(ids(second)).isEqualTo(created.subList(2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=outcome, sort",
        "outcome=foo, outcome",
        "outcome=APPLIED, outcome",
        "from=yesterday, from",
        "to=2026-13-01T00:00:00Z, to",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "cursor=x, cursor",
        "cursor=MTIzIGFiYw, cursor",
        "limit=0, limit",
        "limit=101, limit",
        "outcom=applied, outcom"
    })
    void invalidFilterIsRejected(String query, String field) {
        var refused = client.get("/operations?" + query);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"action", "target"})
    void tooLongFilterIsRejected(String field) {
        var refused = client.get("/operations?" + field + "=" + "x".repeat(101));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void extremeInstantsAreAccepted() {
        var created = client.comment("Called").operationId();

        for (var early : List.of("1960-01-01T00:00:00Z", "0000-01-01T00:00:00%2B18:00")) {
            assertThat(ids(client, "?from=" + early)).containsExactly(created);
            assertThat(ids(client, "?to=" + early)).isEmpty();
        }
        for (var late : List.of("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999-18:00")) {
            assertThat(ids(client, "?from=" + late)).isEmpty();
            assertThat(ids(client, "?to=" + late)).containsExactly(created);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57", "019AB0C4-5F3A-7C21-9F00-3B6A1D2E4C57"})
    void unknownIdIsNotFound(String id) {
        assertThat(client.operation(id).status()).isEqualTo(404);
    }

    private static String cursor(GatewayResponse page) {
        return URLEncoder.encode(page.text("nextCursor"), StandardCharsets.UTF_8);
    }

    private static List<String> ids(ChangeClient who, String query) {
        return ids(who.get("/operations" + query));
    }

    private static List<String> ids(GatewayResponse page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** Which of the two columns each of the operations has. */
    private List<@Nullable String> bodies(List<String> ids) {
        return database.sql("""
                        select case when request is not null and response is null then 'request' when request is null and response is not null
                            then 'response' end from operations where id::text = any (:ids) order by id""")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}

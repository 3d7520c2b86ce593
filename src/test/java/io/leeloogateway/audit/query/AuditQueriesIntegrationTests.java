package io.leeloogateway.audit.query;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class AuditQueriesIntegrationTests {

    private static final String LIST = "/api/v1/audit-entries";
    private static final String SMS = "64a0c3f00004000000000005";
    private static final int PEOPLE = 150;

    @Autowired
    JdbcClient database;

    @Autowired
    AuditEventRepository events;

    @Autowired
    EntryRepository entries;

    @Autowired
    RestTestClient http;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "query-" + UUID.randomUUID();
    private AuditRows rows;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        rows = new AuditRows(database);
        caller = new GatewayClient(address, key);
        caller.reset();
    }

    @Test
    void changeHasOneEntryWithItsHistory() {
        var operation = tag();

        var entry = entry(entryId());

        assertThat(entry.path("action").asString()).isEqualTo("people.addTag");
        assertThat(entry.path("operationId").asString()).isEqualTo(operation);
        assertThat(entry.path("outcome").asString()).isEqualTo("success");
        assertThat(entry.path("status").asInt()).isEqualTo(204);
        assertThat(entry.at("/target/kind").asString()).isEqualTo("person");
        assertThat(entry.at("/target/ids/0").asString()).isEqualTo(ANNA);
        assertThat(entry.at("/changes/0/field").asString()).isEqualTo("tagId");
        assertThat(entry.path("history")).hasSize(2);
    }

    @Test
    void entriesOfAClientAreFoundByItsName() {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var form = TestClients.client("tags:read");
        var client = callers.newClient(form);
        new GatewayClient(address, callers.newKey(client)).get("/api/v1/me", "X-Request-Id", id);
        entryId();

        var found =
                caller.get(LIST + "?client=" + String.valueOf(form.get("name")).toUpperCase(Locale.ROOT));

        assertThat(found.json().at("/items/0/clientId").asString()).isEqualTo(client);
    }

    @Test
    void everyFilterMatches() {
        tag();
        var entryId = entryId();

        for (var filter : List.of(
                "client=demo",
                "key=demoSandbox1",
                "action=people.addTag",
                "target=" + ANNA,
                "person=" + ANNA,
                "outcome=success&action=people.addTag",
                "client=demo&target=" + ANNA + "&outcome=success")) {
            assertThat(found(filter)).as(filter).contains(entryId);
        }
        for (var filter : List.of(
                "client=other",
                "key=other",
                "action=people.removeTag",
                "target=ffffffffffffffffffffffff",
                "person=ffffffffffffffffffffffff",
                "outcome=failed",
                "to=2026-01-01T00:00:00Z",
                "from=2099-01-01T00:00:00Z")) {
            assertThat(found(filter)).as(filter).doesNotContain(entryId);
        }
    }

    @Test
    void listResponseIsFoundByEachPerson() {
        var person = caller.get("/api/v1/people?limit=3", "X-Request-Id", id)
                .json()
                .at("/items/2/id")
                .asString();

        rows.only(id);
        assertThat(found("person=" + person)).contains(entryId());
        assertThat(found("target=" + person)).doesNotContain(entryId());
    }

    @Test
    void phoneAndEmailAreFoundUntilThePersonIsErased() {
        var digits = "38050" + String.valueOf(System.nanoTime()).substring(0, 7);
        var change = "{\"phone\":\"+%s\",\"email\":\"Some.%1$s@Example.org\"}".formatted(digits);
        caller.send("PATCH", "/api/v1/people/" + ANNA, change, "X-Request-Id", id);
        var entryId = entryId();
        var filters = List.of(
                "phone=%2B" + digits,
                "phone=+" + digits,
                "phone=" + digits,
                "phone=%2B" + digits.substring(0, 2) + "%20(" + digits.substring(2, 5) + ")%20" + digits.substring(5, 8)
                        + "-" + digits.substring(8),
                "email=some." + digits + "@example.org",
                "email=SOME." + digits + "@EXAMPLE.ORG");
        assertThat(filters).allSatisfy(filter -> assertThat(found(filter)).contains(entryId));

        var admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        assertThat(admin.send("DELETE", "/api/v1/people/" + ANNA + "/personal-data", "", "X-Request-Id", id + "-2")
                        .status())
                .isEqualTo(204);

        assertThat(filters).allSatisfy(filter -> assertThat(found(filter)).isEmpty());
        assertThat(found("target=" + ANNA)).contains(entryId);
        assertThat(rows.only(id + "-2").get("action")).isEqualTo("people.erasePersonalData");
        assertThat(database.sql("select count(*) from cached_people where id = ?")
                        .param(ANNA)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void importListsItsFirstHundredContacts() {
        importPeople();

        var changes = entry(entryId()).path("changes");
        assertThat(changes.valueStream().filter(field -> field.path("pseudonym").isString()))
                .hasSize(100);
        assertThat(changes.valueStream()
                        .filter(field -> !field.path("pseudonym").isString()))
                .extracting(field -> field.path("field").asString())
                .containsExactly("people.name", "people.email", "people.phone", "connectionId");
        assertThat(AuditRows.tags(rows.of(id, 2).getFirst()))
                .filteredOn(tag -> tag.startsWith("n:"))
                .hasSize(2 * PEOPLE);
    }

    /** A page of imports would fill the memory. */
    @Test
    void pseudonymsAmongTagsAreNotRead() {
        importPeople();
        var entry = UUID.fromString(entryId());

        assertThat(entries.rows(List.of(entry)).get(entry))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.subject().tags()).containsExactly("t:" + SMS));
    }

    @Test
    void everyContactOfAnImportIsFoundUntilItsPersonIsErased() {
        importPeople();
        var entryId = entryId();
        var person = caller.get("/api/v1/people/lookup?phone=%2B" + phone(120))
                .json()
                .at("/items/0/id")
                .asString();
        var filters = List.of("phone=" + phone(120), "email=" + email(120));
        assertThat(filters).allSatisfy(filter -> assertThat(found(filter)).contains(entryId));

        var admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        assertThat(admin.send("DELETE", "/api/v1/people/" + person + "/personal-data", "")
                        .status())
                .isEqualTo(204);

        assertThat(filters).allSatisfy(filter -> assertThat(found(filter)).isEmpty());
        assertThat(found("phone=" + phone(121))).contains(entryId);
    }

    @Test
    void resolvedOutcomeReplacesTheUnknownOne() {
        var operation = caller.send(
                        "POST",
                        "/api/v1/people/" + ANNA + "/comments",
                        "{\"text\":\"x\"}",
                        "X-Request-Id",
                        id,
                        "X-Sandbox-Fault",
                        "cut-after-apply")
                .header("Operation-Id");
        rows.of(id, 2);
        assertThat(found("outcome=unknown&target=" + ANNA)).contains(entryId());

        caller.send("PATCH", "/api/v1/operations/" + operation, "{\"outcome\":\"applied\",\"evidence\":\"seen\"}");
        rows.of(id, 3);

        assertThat(found("outcome=unknown&target=" + ANNA)).doesNotContain(entryId());
        assertThat(found("outcome=success&target=" + ANNA)).contains(entryId());
    }

    @Test
    void cursorVisitsEachEntryOnce() {
        for (var i = 0; i < 5; i++) {
            caller.get("/api/v1/people/" + ANNA, "X-Request-Id", id + i);
            rows.only(id + i);
        }

        var walked = new ArrayList<String>();
        var cursor = "";
        for (var page = 0; page < 3; page++) {
            var answer =
                    caller.get(LIST + "?limit=2&action=people.find" + cursor).json();
            answer.path("items")
                    .forEach(entry -> walked.add(entry.path("requestId").asString()));
            cursor = "&cursor=" + answer.path("nextCursor").asString();
        }

        assertThat(walked.subList(0, 5)).containsExactly(id + 4, id + 3, id + 2, id + 1, id + 0);
        assertThat(walked).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=good, outcome",
        "person=anna, person",
        "from=yesterday, from",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "cursor=x, cursor",
        "phone=call me, phone",
        "email=anna, email",
        "action=everything, action",
        "limit=1000, limit",
        "who=anna, who"
    })
    void invalidFieldIsNamed(String query, String field) {
        for (var format : List.of("application/json", "text/csv", "application/x-ndjson")) {
            var answer = caller.get(LIST + "?" + query.replace(" ", "%20"), "Accept", format);

            assertThat(answer.status()).as(format).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        }
    }

    /** Further tests of exports: {@link EntryExporterIntegrationTests}. */
    @Test
    void exportsContainTheEntriesOfTheList() {
        for (var i = 0; i < 3; i++) {
            caller.get("/api/v1/orders", "X-Request-Id", id + i);
            rows.only(id + i);
        }
        var listed = found("action=orders.list");

        var lines = caller.get(
                LIST + "?action=orders.list", "Accept", "application/x-ndjson", "X-Request-Id", id + "-export");
        var table = caller.get(LIST + "?action=orders.list", "Accept", "text/csv");

        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.body()
                        .lines()
                        .map(line ->
                                JsonMapper.shared().readTree(line).path("id").asString()))
                .startsWith(listed.toArray(String[]::new));
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines().skip(1).map(line -> line.substring(0, 36)))
                .startsWith(listed.toArray(String[]::new));
        assertThat(listed).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rows.only(id + "-export").get("action")).isEqualTo("audit.export");
    }

    @Test
    void traceShowsTheRequestOfTheClient() {
        caller.get(GatewayClient.PERSON, "X-Request-Id", id, "Cache-Control", "no-cache");
        rows.only(id);

        var trace = caller.get("/api/v1/requests/" + id).json();

        assertThat(trace.at("/requests/0/reads/0/cacheStatus").asString()).contains("fwd=request");
        assertThat(trace.at("/requests/0/attempts/0/result").asString()).isEqualTo("200");
        assertThat(trace.at("/requests/0/rateLimit").asString()).contains("r=");
        assertThat(trace.at("/requests/0/entry/requestId").asString()).isEqualTo(id);
    }

    @Test
    void traceOfAnotherClientIsOnlyVisibleToAnAdmin() {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var owner = new GatewayClient(address, callers.newKeyWithScopes("tags:read"));
        var other = new GatewayClient(address, callers.newKeyWithScopes("tags:read", "audit:read"));
        var admin = new GatewayClient(address, callers.newKeyWithScopes("admin"));
        owner.get("/api/v1/tags", "X-Request-Id", id);
        rows.only(id);

        assertThat(owner.get("/api/v1/requests/" + id).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/requests/" + id)
                        .json()
                        .at("/requests/0/entry/requestId")
                        .asString())
                .isEqualTo(id);
        var answer = other.get("/api/v1/requests/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail"))
                .isEqualTo(other.get("/api/v1/requests/none-" + id).json().path("detail"));
    }

    /** Somebody used the id for many requests before. */
    @Test
    void traceOfAnIdOfThousandsOfRequestsShowsTheLatest() {
        var earlier = SealedAuditLog.event(Instant.now().minusSeconds(60));
        events.append(
                database,
                Stream.generate(() -> SealedAuditLog.id(Instant.now().minusSeconds(60)))
                        .limit(2000)
                        .map(eventId -> new AuditEvent(
                                eventId,
                                eventId,
                                AuditEvent.ENDED,
                                new AuditEvent.Actor(id, "cl_other", null, null),
                                earlier.subject(),
                                earlier.result(),
                                1,
                                earlier.changes(),
                                earlier.details()))
                        .toList());

        caller.get("/api/v1/tags", "X-Request-Id", id);

        await().untilAsserted(() -> assertThat(caller.get("/api/v1/requests/" + id)
                        .json()
                        .at("/requests/0/entry/action")
                        .asString())
                .isEqualTo("tags.list"));
    }

    @Test
    void unknownEntryIsNotFound() {
        assertThat(caller.get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(caller.get(LIST + "/anna").status()).isEqualTo(404);
    }

    private void importPeople() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(row ->
                        "{\"name\":\"Imported\",\"email\":\"%s\",\"phone\":\"+%s\"}".formatted(email(row), phone(row)))
                .collect(Collectors.joining(","));
        var body = "{\"connectionId\":\"%s\",\"people\":[%s]}".formatted(SMS, people);
        assertThat(caller.send("POST", "/api/v1/people/sms-imports", body, "X-Request-Id", id)
                        .status())
                .isEqualTo(202);
        rows.of(id, 2);
    }

    private static String phone(int row) {
        return "1202555%04d".formatted(2000 + row);
    }

    private String email(int row) {
        return row + "." + id + "@example.org";
    }

    private String tag() {
        var tag = caller.get("/api/v1/tags").json().at("/items/0/id").asString();
        var operation = caller.send("PUT", "/api/v1/people/" + ANNA + "/tags/" + tag, "", "X-Request-Id", id)
                .header("Operation-Id");
        rows.of(id, 2);
        return operation;
    }

    private String entryId() {
        return String.valueOf(org.awaitility.Awaitility.await()
                .until(rows.find(id), found -> !found.isEmpty())
                .getFirst()
                .get("entry_id"));
    }

    private tools.jackson.databind.JsonNode entry(String entryId) {
        return caller.get(LIST + "/" + entryId).json();
    }

    private List<String> found(String filter) {
        var answer = caller.get(LIST + "?limit=100&" + filter);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}

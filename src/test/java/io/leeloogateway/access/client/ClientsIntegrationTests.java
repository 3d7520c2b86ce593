package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;

@GatewayTest
class ClientsIntegrationTests {

    @Autowired
    RestTestClient http;

    @Autowired
    ClientService clients;

    @Autowired
    UsageFlusher usage;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void createdClientIsReturned() {
        var id = callers.newClient("people:read", "messages:send");

        assertThat(callers.asAdmin(TestClients.CLIENTS + "/" + id))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"id": "%s", "owner": "team-test", "purpose": "automated tests",
                 "scopes": ["people:read", "messages:send"]}""".formatted(id));
    }

    @Test
    void locationIsTheAddressOfTheNewClient() {
        var created = callers.asAdmin(TestClients.CLIENTS, TestClients.client("admin"));

        var location = created.getExchangeResult().getResponseHeaders().getFirst(HttpHeaders.LOCATION);

        assertThat(created).hasStatus(201);
        assertThat(callers.asAdmin(String.valueOf(location))).hasStatusOk();
    }

    @Test
    void duplicateNameInAnotherCaseIsAConflict() {
        var client = new HashMap<>(TestClients.client("admin"));
        assertThat(callers.asAdmin(TestClients.CLIENTS, client)).hasStatus(201);
        client.computeIfPresent("name", (_, name) -> name.toString().toUpperCase(Locale.ROOT) + " ");

        var again = callers.asAdmin(TestClients.CLIENTS, client);

        assertThat(again).hasStatus(409).bodyJson().extractingPath("type").isEqualTo("/problems/conflict");
    }

    @Test
    void otherConstraintViolationIsNoNameConflict() {
        var form = new ClientForm("test-" + UUID.randomUUID(), "team", "purpose", List.of("admin"), 0, null, null);

        assertThatThrownBy(() -> clients.createClient(form)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void unknownScopesAreNamedByPosition() {
        var response =
                callers.asAdmin(TestClients.CLIENTS, TestClients.client("admin", "people:delete", "tags:read", "all"));

        assertThat(response)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[*].field")
                .asArray()
                .containsExactly("scopes[1]", "scopes[3]");
    }

    @ParameterizedTest
    @CsvSource({"name, 101", "owner, 101", "purpose, 501"})
    void tooLongTextIsNamed(String field, int length) {
        assertThat(create(field, "x".repeat(length - 1) + "\uD83D")).hasStatus(400);
        assertThat(create(field, "x".repeat(length)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007", "hidden\u202E"})
    void textThatIsNotOnePrintableLineIsNamed(String text) {
        assertThat(create("owner", text))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("owner");
    }

    /** Filters by client take a name or an id. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", " Bootstrap ", "cl_4fGh2Kd81LmQ", "jwt:1234:sub:crm"})
    void nameWithTheFormOfAnIdIsRejected(String name) {
        var changed = callers.patch(TestClients.CLIENTS + "/" + callers.newClient("raw:read"), Map.of("name", name));

        assertThat(List.of(create("name", name), changed))
                .allSatisfy(answer -> assertThat(answer)
                        .hasStatus(400)
                        .bodyJson()
                        .extractingPath("errors[0].field")
                        .isEqualTo("name"));
    }

    @Test
    void clientWithoutScopesIsRejected() {
        assertThat(create("scopes", List.of()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("scopes");
    }

    @Test
    void unknownClientIsNotFound() {
        assertThat(callers.asAdmin(TestClients.CLIENTS + "/cl_000000000000"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void cursorReturnsAllClientsNewestFirst() {
        var created = List.of(callers.newClient("admin"), callers.newClient("admin"), callers.newClient("admin"));

        var ids = new ClientPages(callers).ids(2);

        assertThat(ids).doesNotHaveDuplicates().startsWith(created.get(2), created.get(1), created.get(0));
        assertThat(ids).hasSameSizeAs(new ClientPages(callers).ids(100));
    }

    @Test
    void searchFindsAPartOfTheNameTheOwnerOrTheId() {
        var form = new HashMap<>(TestClients.client("people:read"));
        form.putAll(Map.of("name", "Crm_search " + System.nanoTime(), "owner", "team-needle"));
        var id = callers.newClient(form);
        callers.newClient("people:read");

        for (var text : List.of("cRM_sea", "NEEDLE", id)) {
            assertThat(callers.asAdmin(TestClients.CLIENTS + "?q=" + text))
                    .bodyJson()
                    .extractingPath("$.items[*].id")
                    .asArray()
                    .contains(id)
                    .allSatisfy(found -> assertThat(found).isNotNull())
                    .hasSize(1);
        }
    }

    @Test
    void recentRequestsOfAClientAreShown() {
        var id = callers.newClient("people:read");
        var path = TestClients.CLIENTS + "/" + id;
        assertThat(callers.asAdmin(path)).bodyJson().isLenientlyEqualTo("""
                {"activity": {"lastUsedAt": null, "lastMinute": 0, "busiestMinute": 0}}""");

        var key = callers.newKey(id);
        callers.get("/api/v1/me", key);
        callers.get("/api/v1/me", key);
        usage.flush();

        assertThat(callers.asAdmin(path))
                .bodyJson()
                .extractingPath("$.activity.lastUsedAt")
                .asString()
                .startsWith("20");
        assertThat(callers.asAdmin(path))
                .bodyJson()
                .extractingPath("$.activity.busiestMinute")
                .asNumber()
                .isIn(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "q=, q",
        "cursor=what, cursor",
        "cursor=MSA, cursor",
        "cursor=, cursor",
        "limit=0, limit",
        "limit=101, limit",
        "limit=x, limit",
        "cursr=MSA, cursr"
    })
    void invalidPageParameterIsNamed(String query, String field) {
        assertThat(callers.asAdmin(TestClients.CLIENTS + "?" + query))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
    }

    private RestTestClientResponse create(String field, Object value) {
        var client = new HashMap<>(TestClients.client("admin"));
        client.put(field, value);
        return callers.asAdmin(TestClients.CLIENTS, Map.copyOf(client));
    }
}

package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class ClientChangesIntegrationTests {

    private static final String ME = "/api/v1/me";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    TestClients callers;
    String client;
    String path;

    @BeforeEach
    void createClient() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = callers.newClient("people:read");
        path = TestClients.CLIENTS + "/" + client;
    }

    @Test
    void newClientIsActiveWithTheDefaultLimit() {
        assertThat(callers.asAdmin(path)).bodyJson().isLenientlyEqualTo("""
                {"requestsPerMinute": 120, "networks": [], "state": "active"}""");
    }

    @Test
    void newClientHasTheGivenLimitAndNetworks() {
        var form = new HashMap<>(TestClients.client("admin"));
        form.put("requestsPerMinute", 7);
        form.put("networks", List.of("10.1.0.0/16", "2001:db8::/32"));

        assertThat(callers.asAdmin(TestClients.CLIENTS, form))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"requestsPerMinute": 7, "networks": ["10.1.0.0/16", "2001:db8::/32"]}""");
    }

    @Test
    void absentFieldsAreNotChanged() {
        var before = callers.asAdmin(path);

        var changed = callers.patch(path, Map.of("owner", " team-new ", "requestsPerMinute", 9));

        assertThat(changed).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"id": "%s", "owner": "team-new", "requestsPerMinute": 9, "purpose": "automated tests",
                 "scopes": ["people:read"], "networks": [], "state": "active"}""".formatted(client));
        assertThat(callers.asAdmin(path)).bodyText().isEqualTo(text(changed));
        assertThat(name(before)).isEqualTo(name(changed));
    }

    @Test
    void everyFieldCanBeChanged() {
        var name = "changed-" + client;
        var form = Map.of(
                "name",
                name,
                "owner",
                "o",
                "purpose",
                "p",
                "scopes",
                List.of("orders:read", "admin"),
                "requestsPerMinute",
                100_000,
                "weight",
                7,
                "networks",
                List.of("127.0.0.0/8"),
                "state",
                "frozen");

        assertThat(callers.patch(path, form))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(json.writeValueAsString(form));
        assertThat(callers.asAdmin(path)).bodyJson().isLenientlyEqualTo(json.writeValueAsString(form));
    }

    @Test
    void unknownScopesAreKeptUnlessScopesAreReplaced() {
        database.sql("update clients set scopes = '{people:read,people:teleport}' where id = ?")
                .param(client)
                .update();

        callers.patch(path, Map.of("owner", "team-new"));
        assertThat(storedScopes()).isEqualTo("{people:read,people:teleport}");

        callers.patch(path, Map.of("scopes", List.of("tags:read")));
        assertThat(storedScopes()).isEqualTo("{tags:read}");
    }

    @Test
    void emptyChangeChangesNothing() {
        var before = text(callers.asAdmin(path));

        assertThat(callers.patch(path, Map.of())).hasStatusOk().bodyText().isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"requestsPerMinute\": 0} | requestsPerMinute",
                "{\"requestsPerMinute\": 100001} | requestsPerMinute",
                "{\"requestsPerMinute\": 1.5} | requestsPerMinute",
                "{\"networks\": [\"10.0.0.1/8\"]} | networks[0]",
                "{\"networks\": [\"10.0.0.0/8\", \"all\"]} | networks[1]",
                "{\"networks\": [null]} | networks[0]",
                "{\"networks\": [\"010.0.0.0/8\"]} | networks[0]",
                "{\"networks\": [\"::ffff:10.0.0.0/104\"]} | networks[0]",
                "{\"scopes\": []} | scopes",
                "{\"scopes\": [\"tags:read\", \"all\"]} | scopes[1]",
                "{\"state\": \"melted\"} | state",
                "{\"name\": \"  \"} | name",
                "{\"owner\": \"\"} | owner",
                "{\"purpose\": \"two\\nlines\"} | purpose",
                "{\"id\": \"cl_000000000000\"} | id"
            })
    void invalidValueIsNamedAndNothingChanges(String body, String field) {
        var before = text(callers.asAdmin(path));

        assertThat(callers.patch(path, json.readTree(body)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
        assertThat(callers.asAdmin(path)).bodyText().isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"networks, 10.0.0.1, networks[0]", "requestsPerMinute, 0, requestsPerMinute"})
    void newClientIsValidatedLikeAChangedClient(String field, String value, String errorField) {
        var form = new HashMap<>(TestClients.client("admin"));
        form.put(field, field.equals("networks") ? List.of(value) : Integer.valueOf(value));

        assertThat(callers.asAdmin(TestClients.CLIENTS, form))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(errorField);
    }

    @Test
    void moreThanFiftyNetworksAreRejected() {
        var networks = new ArrayList<>(Collections.nCopies(50, "10.0.0.0/8"));
        assertThat(callers.patch(path, Map.of("networks", networks))).hasStatusOk();
        networks.add("10.0.0.0/8");

        assertThat(callers.patch(path, Map.of("networks", networks)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("networks");
    }

    @Test
    void duplicateNameIsAConflictAndUnknownClientIsNotFound() {
        var other = callers.newClient("admin");

        var conflict = callers.patch(path, Map.of("name", name(callers.asAdmin(TestClients.CLIENTS + "/" + other))));

        assertThat(conflict).hasStatus(409).bodyJson().extractingPath("type").isEqualTo("/problems/conflict");
        assertThat(callers.patch(TestClients.CLIENTS + "/cl_000000000000", Map.of()))
                .hasStatus(404);
    }

    @Test
    void frozenClientIsRejectedAtOnceUntilItIsActive() {
        var key = callers.newKey(client);
        assertThat(callers.get(ME, key)).hasStatusOk();

        callers.patch(path, Map.of("state", "frozen"));
        assertThat(callers.get(ME, key)).hasStatus(401);

        callers.patch(path, Map.of("state", "active"));
        assertThat(callers.get(ME, key)).hasStatusOk();
    }

    @Test
    void keyIsAcceptedFromItsNetworksOnly() {
        var key = callers.newKey(client);
        assertThat(callers.get(ME, key)).hasStatusOk();

        callers.patch(path, Map.of("networks", List.of("192.0.2.0/24", "2001:db8::/32")));
        assertThat(callers.get(ME, key)).hasStatus(401);

        callers.patch(path, Map.of("networks", List.of("192.0.2.0/24", "127.0.0.0/8", "::1/128")));
        assertThat(callers.get(ME, key)).hasStatusOk();
    }

    @Test
    void newScopesTakeEffectAtOnce() {
        var key = callers.newKey(client);
        assertThat(callers.get(TestClients.CLIENTS, key)).hasStatus(403);

        callers.patch(path, Map.of("scopes", List.of("admin")));

        assertThat(callers.get(TestClients.CLIENTS, key)).hasStatusOk();
    }

    private static String text(org.springframework.test.web.servlet.client.assertj.RestTestClientResponse response) {
        return new String(
                response.getExchangeResult().getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String name(org.springframework.test.web.servlet.client.assertj.RestTestClientResponse response) {
        return json.readTree(text(response)).path("name").asString();
    }

    private String storedScopes() {
        return database.sql("select scopes from clients where id = ?")
                .param(client)
                .query((row, _) -> row.getString(1))
                .single();
    }
}

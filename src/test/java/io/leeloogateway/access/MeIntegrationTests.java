package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class MeIntegrationTests {

    private static final String ME = "/api/v1/me";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    UsageFlusher flusher;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    TestClients callers;
    String client;
    String key;

    @BeforeEach
    void createKey() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = callers.newClient("tags:read", "people:read");
        key = callers.newKey(client);
    }

    @Test
    void callerGetsItsScopesKeyAndLimit() {
        var path = TestClients.CLIENTS + "/" + client;
        var name = json(callers.asAdmin(path)).path("name").asString();
        var expiresAt =
                json(callers.asAdmin(path + "/keys")).at("/items/0/expiresAt").asString();

        assertThat(callers.get(ME, key)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"clientId": "%s", "name": "%s", "scopes": ["people:read", "tags:read"],
                 "key": {"id": "%s", "expiresAt": "%s"}, "limits": {"requestsPerMinute": 120, "remaining": 119},
                 "usage": {"lastHour": [], "lastDay": []}}""".formatted(
                        client, name, TestClients.idOf(key), expiresAt));
    }

    @Test
    void anyKeyIsAccepted() {
        assertThat(callers.get(ME, callers.newKeyWithScopes("raw:read"))).hasStatusOk();
        assertThat(callers.get(ME, demoKey))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("name")
                .isEqualTo("demo");
    }

    @Test
    void bootstrapKeyIsForbidden() {
        assertThat(callers.asAdmin(ME)).hasStatus(403);
    }

    @Test
    void usageIsGroupedByActionForTheLastHourAndDay() {
        use("people.find", 3, "30 minutes");
        use("people.find", 4, "3 hours");
        use("orders.list", 5, "23 hours");
        use("orders.list", 6, "25 hours");

        assertThat(callers.get(ME, key))
                .bodyJson()
                .extractingPath("usage")
                .isEqualTo(Map.of(
                        "lastHour", List.of(Map.of("action", "people.find", "requests", 3)),
                        "lastDay",
                                List.of(
                                        Map.of("action", "orders.list", "requests", 5),
                                        Map.of("action", "people.find", "requests", 7)),
                        "lastWeek", Map.of("gateway", 18, "leeloo", 0, "leelooActions", List.of())));
    }

    @Test
    void firstMinuteOfTheHourIsCountedCompletely() {
        use("people.find", 3, "60 minutes");
        use("people.find", 4, "62 minutes");

        assertThat(callers.get(ME, key))
                .bodyJson()
                .extractingPath("usage.lastHour[0].requests")
                .isEqualTo(3);
    }

    @Test
    void onlyAuthorizedRequestsAreCounted() {
        callers.get(ME, key);
        callers.get("/api/v1/tags", key);
        callers.get("/api/v1/tags?misspelt=1", key);
        callers.get("/api/v1/orders", key);
        flusher.flush();

        assertThat(database.sql(
                                "select action, sum(requests) from client_usage where client_id = ? group by 1 order by 1")
                        .param(client)
                        .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("me.find 1", "tags.list 2");
    }

    @Test
    void keyHasTheTimeOfItsLastUse() {
        var keys = TestClients.CLIENTS + "/" + client + "/keys";
        assertThat(callers.asAdmin(keys))
                .bodyJson()
                .extractingPath("items[0].lastUsedAt")
                .isNull();

        callers.get(ME, key);
        flusher.flush();

        assertThat(callers.asAdmin(keys))
                .bodyJson()
                .extractingPath("items[0].lastUsedAt")
                .isNotNull();
    }

    @Test
    void oldUsageIsDeleted() {
        use("people.find", 1, "24 hours");
        use("people.find", 1, "9 days");

        flusher.deleteOld();

        assertThat(database.sql("select count(*) from client_usage where client_id = ?")
                        .param(client)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private void use(String action, int requests, String ago) {
        database.sql("""
                insert into client_usage values (:client, date_trunc('minute', now() - cast(:ago as interval)), :action, :requests)""")
                .param("client", client)
                .param("ago", ago)
                .param("action", action)
                .param("requests", requests)
                .update();
    }

    private static JsonNode json(RestTestClientResponse response) {
        return JsonMapper.shared().readTree(response.getExchangeResult().getResponseBodyContent());
    }
}

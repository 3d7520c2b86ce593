package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each route calls its Leeloo endpoint exactly once without a cache entry; two routes call endpoint 18. */
@GatewayTest
class RoutesIntegrationTests {

    private static final String LEELOO = "/sandbox/leeloo/api/v2";
    private static final Set<String> GATEWAY_SCOPES =
            Set.of("admin", "audit:read", "sync:run", Route.ANY_KEY, Route.SECRET);
    private static final String PERSON = "64a0c3f00001000000000002";
    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String TAG = "64a0c3f00003000000000003";
    private static final String CONNECTION = "64a0c3f00004000000000005";
    private static final String USER = "64a0c3f00005000000000001";
    private static final String TUNNEL = "64a0c3f00006000000000001";
    private static final String BLOCK = "64a0c3f00007000000000001";
    private static final String TOOL = "64a0c3f00008000000000001";
    private static final String CATEGORY = "64a0c3f00009000000000001";
    private static final String TEMPLATE = "64a0c3f0000a000000000001";
    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String NEW_ORDER = """
            {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(PERSON);
    private static final String CALL = """
            {"userId": "%s", "channelId": "%s", "from": "+12025550100", "to": "+12025550101", "date": \
            "2026-01-13T08:20:37Z", "status": "SUCCESS", "duration": 61, "type": "INBOUND"}""".formatted(USER, CHANNEL);
    private static final String IMPORT = """
            {"people": [{"name": "Eva", "email": "eva@example.org", "phone": "+12025550142"}], "connectionId": "%s"}""".formatted(CONNECTION);

    @Autowired
    private RestTestClient client;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    static Stream<Arguments> routes() {
        return Stream.of(
                read("templates.listCategories", "/template-categories", "/categories/templates"),
                read(
                        "templates.list",
                        "/template-categories/" + CATEGORY + "/templates",
                        "/categories/templates/" + CATEGORY),
                post(
                        "messages.sendTemplate",
                        "/channels/" + CHANNEL + "/template-messages",
                        "{\"templateId\": \"" + TEMPLATE + "\"}",
                        202,
                        "/messages/send-template"),
                post(
                        "messages.send",
                        "/channels/" + CHANNEL + "/messages",
                        "{\"text\": \"Hello\"}",
                        202,
                        "/messages/send-message"),
                read(
                        "messages.list",
                        "/channels/" + CHANNEL + "/messages",
                        "/communication-channels/" + CHANNEL + "/chat-messages"),
                read("channels.list", "/channels?lastMessageFrom=2026-01-01", "/communication-channels"),
                read(
                        "people.findByChannel",
                        "/channels/" + CHANNEL + "/person",
                        "/communication-channels/" + CHANNEL + "/person"),
                post(
                        "channels.subscribe",
                        "/channels/" + CHANNEL + "/subscriptions",
                        "{\"tunnelId\": \"" + TUNNEL + "\", \"blockId\": \"" + BLOCK + "\"}",
                        202,
                        "/communication-channels/" + CHANNEL + "/manual-subscribe"),
                read("channels.listConnections", "/connections", "/connections"),
                post(
                        "tunnels.createTrafficSource",
                        "/lead-generation-tools/" + TOOL + "/traffic-sources",
                        "{\"name\": \"Spring\"}",
                        201,
                        "/leadgentools/" + TOOL + "/create-traffic-source"),
                read("orders.listByPerson", "/people/" + PERSON + "/orders", "/people/" + PERSON),
                post("orders.create", "/orders", NEW_ORDER, 201, "/orders"),
                read("orders.list", "/orders?limit=2", "/orders"),
                read("orders.find", "/orders/" + ORDER, "/orders/" + ORDER),
                change(
                        "orders.change",
                        HttpMethod.PATCH,
                        "/orders/" + ORDER,
                        "{\"status\": \"RESOLVED\"}",
                        204,
                        HttpMethod.POST,
                        "/orders/" + ORDER),
                read("people.lookup", "/people/lookup?email=anna.kovalenko.1@example.org", "/people"),
                read("people.list", "/people?tag=vip&limit=1", "/people"),
                post("people.create", "/people", "{\"name\": \"Eva\", \"phone\": \"+12025550143\"}", 201, "/people"),
                change(
                        "people.change",
                        HttpMethod.PATCH,
                        "/people/" + PERSON,
                        "{\"email\": \"anna@example.org\"}",
                        204,
                        HttpMethod.PUT,
                        "/people/" + PERSON),
                read("people.find", "/people/" + PERSON, "/people/" + PERSON),
                post("people.import", "/people/sms-imports", IMPORT, 202, "/people/sms"),
                change(
                        "people.addComment",
                        HttpMethod.POST,
                        "/people/" + PERSON + "/comments",
                        "{\"text\": \"Called\"}",
                        201,
                        HttpMethod.PUT,
                        "/people/" + PERSON + "/add-comment"),
                change(
                        "people.addTag",
                        HttpMethod.PUT,
                        "/people/" + PERSON + "/tags/" + TAG,
                        "",
                        204,
                        HttpMethod.PUT,
                        "/people/" + PERSON + "/add-tag"),
                change(
                        "people.removeTag",
                        HttpMethod.DELETE,
                        "/people/" + PERSON + "/tags/" + TAG,
                        "",
                        204,
                        HttpMethod.PUT,
                        "/people/" + PERSON + "/remove-tag"),
                read("tags.list", "/tags", "/tags"),
                read("tunnels.list", "/tunnels", "/tunnels"),
                read("tunnels.find", "/tunnels/" + TUNNEL, "/tunnels/" + TUNNEL),
                read("tunnels.listStatistics", "/tunnels/stats", "/tunnels/stats"),
                read("tunnels.findStatistics", "/tunnels/" + TUNNEL + "/stats", "/tunnels/" + TUNNEL + "/stats"),
                read("users.list", "/users", "/users"),
                read("users.find", "/users/" + USER, "/users/" + USER),
                post("calls.record", "/calls", CALL, 201, "/calls"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void callsItsEndpointOnce(
            String operation, HttpMethod method, String path, String body, int status, String leelooCall) {
        var requestId = UUID.randomUUID().toString();

        var answer = client.method(method)
                .uri("/api/v1" + path)
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", requestId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(String.class);

        var seen = callsOf(requestId);
        assertThat(seen).filteredOn(leelooCall::equals).hasSize(1);
        assertThat(seen).allMatch(call -> call.equals(leelooCall) || call.equals("GET /tags"));
        if (status == 200 || status == 201) {
            assertThat(answer.getResponseBody()).containsAnyOf("64a0c3f0", "\"subscribers\"");
        }
    }

    @Test
    void everyRouteIsTested() {
        var routed = mapping.getHandlerMethods().values().stream()
                .map(handler -> handler.getMethodAnnotation(Route.class))
                .filter(route -> route != null && !GATEWAY_SCOPES.contains(route.scope()))
                .map(Route::action)
                .filter(action -> !action.endsWith(".search")); // only in the cache

        var rows = routes().map(row -> (String) row.get()[0]);

        assertThat(rows).hasSize(32).containsExactlyInAnyOrderElementsOf(routed.toList());
    }

    private List<String> callsOf(String requestId) {
        var calls = client.get()
                .uri("/sandbox/calls")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
        List<Map<String, Object>> seen = JsonPath.read(calls, "$.items[?(@.requestId == '" + requestId + "')]");
        return seen.stream()
                .map(call -> (call.get("method") + " " + call.get("path")).replace(LEELOO, ""))
                .toList();
    }

    private static Arguments read(String operation, String path, String leelooPath) {
        return change(operation, HttpMethod.GET, path, "", 200, HttpMethod.GET, leelooPath);
    }

    private static Arguments post(String operation, String path, String body, int status, String leelooPath) {
        return change(operation, HttpMethod.POST, path, body, status, HttpMethod.POST, leelooPath);
    }

    private static Arguments change(
            String operation, HttpMethod method, String path, String body, int status, HttpMethod verb, String at) {
        return arguments(operation, method, path, body, status, verb + " " + at);
    }
}

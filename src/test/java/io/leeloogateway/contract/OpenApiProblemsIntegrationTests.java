package io.leeloogateway.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.EmptyCache;
import io.leeloogateway.fixtures.FullQuota;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.quota.QuotaFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document lists exactly the problems of each operation: each problem is provoked in the sandbox. */
@GatewayTest
class OpenApiProblemsIntegrationTests {

    private static final String NO_SUCH_ID = "64a0c3f0ffff0000000000ff";
    private static final Map<String, String> FAULTS = Map.of(
            "leeloo-rejected", "error-400",
            "leeloo-unreadable", "garbage",
            "leeloo-throttled", "throttled-retry-after",
            "leeloo-unavailable", "html-502",
            "leeloo-credentials", "error-401",
            "deadline-exceeded", "slow-first-byte=5000");

    /**
     * All problems except database-unavailable, because tests share the database, and changes-disabled, erasure-incomplete, too-many-bodies and
     * overloaded, which have separate tests.
     */
    private static final List<String> TRIED = Stream.concat(
                    FAULTS.keySet().stream(),
                    Stream.of(
                            "invalid-request",
                            "precondition-unsupported",
                            "idempotency-key-unsupported",
                            "unauthenticated",
                            "missing-scope",
                            "not-acceptable",
                            "rate-limited",
                            "leeloo-quota-exhausted",
                            "not-found",
                            "not-cached",
                            "conflict",
                            "operation-in-progress",
                            "operation-unknown",
                            "response-unavailable",
                            "idempotency-key-reused",
                            "body-too-large",
                            "unsupported-media-type"))
            .sorted()
            .toList();

    private static final Set<String> ONLY_OF_CHANGES =
            Set.of("operation-in-progress", "operation-unknown", "response-unavailable", "idempotency-key-reused");

    @Autowired
    private RestTestClient client;

    @Autowired
    private ApplicationContext gateway;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private Contract contract;
    private OperationCalls operations;
    private String narrowKey;
    private String spentKey;
    private String keyId;
    private String clientId;

    @BeforeEach
    void prepare() {
        reset();
        contract = Contract.read(client);
        operations = new OperationCalls(client, demoKey);
        clientId = newClient();
        var keys = "/api/v1/clients/" + clientId + "/keys";
        narrowKey = json(post(keys, "{}")).path("key").stringValue();
        keyId = json(post(keys, "{}")).path("id").stringValue();
        spentKey = spentKey();
    }

    @AfterEach
    void reset() {
        client.post()
                .uri("/sandbox/reset?only=leeloo")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        EmptyCache.clear(gateway);
        FullQuota.reset(gateway);
    }

    @TestFactory
    Stream<DynamicTest> everyListedProblemOccursAndNoOther() {
        return contract.operations().stream().flatMap(operation -> {
            var named = named(operation);
            return TRIED.stream()
                    .filter(slug -> named.containsKey(slug)
                            || !Set.of("leeloo-rejected", "not-found").contains(slug))
                    .filter(slug -> isChange(named) || !ONLY_OF_CHANGES.contains(slug))
                    // any key has access, but other clients get 404
                    .filter(slug -> !Set.of("findOperation", "findRequest").contains(operation.id())
                            || !slug.equals("missing-scope"))
                    .map(slug -> DynamicTest.dynamicTest(
                            operation + ": " + slug, () -> assertOccurs(operation, slug, named.get(slug))));
        });
    }

    private static Map<String, JsonNode> named(Contract.Operation operation) {
        return operation.responses().findValues("examples").stream()
                .flatMap(examples -> examples.properties().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, example -> example.getValue().path("value")));
    }

    private static boolean isChange(Map<String, JsonNode> named) {
        return named.containsKey("changes-disabled");
    }

    private void assertOccurs(Contract.Operation operation, String slug, @Nullable JsonNode example) {
        reset();
        var call = ExampleCall.of(contract, operation, Set.of())
                .replacing(
                        "/clients/cl_\\w+",
                        "/clients/" + (operation.id().equals("deleteClient") ? newClient() : clientId))
                .replacing("/keys/\\w+", "/keys/" + keyId)
                .replacing("\"crm-export\"", "\"" + UUID.randomUUID() + "\"")
                .with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey);
        if (call.uri().matches(".*/(requests|audit-entries)/[^v].*")) {
            call = call.replacing(
                            "/requests/.+",
                            "/requests/" + entry().path("requestId").asString())
                    .replacing(
                            "/audit-entries/.+",
                            "/audit-entries/" + entry().path("id").asString());
        }
        if (call.uri().contains("/sync-runs/")) {
            call = call.replacing(
                    "/sync-runs/.+",
                    "/sync-runs/"
                            + json(post("/api/v1/sync-runs", "{\"kind\":\"tags\"}"))
                                    .path("id")
                                    .asString());
        }
        if (call.uri().contains("/operations/")) {
            call = call.replacing("/operations/[0-9a-f-]+", "/operations/" + operations.unknownOperation());
        }

        var answer = provoke(slug, call);

        if (example == null) {
            assertThat(answer.getStatus().is2xxSuccessful())
                    .as(answer.getResponseBody())
                    .isTrue();
            return;
        }
        assertThat(answer.getStatus().value()).isEqualTo(example.path("status").intValue());
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getResponseHeaders().containsHeader(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo(slug.equals("unauthenticated"));
        assertThat(answer.getResponseHeaders().containsHeader(HttpHeaders.RETRY_AFTER))
                .isEqualTo(Set.of("leeloo-throttled", "leeloo-quota-exhausted", "rate-limited", "operation-in-progress")
                        .contains(slug));
        assertThat(answer.getResponseHeaders().containsHeader("Operation-Id")).isEqualTo(example.has("operationId"));
        assertThat(answer.getResponseHeaders().containsHeader("Idempotency-Replayed"))
                .isFalse();
        assertThat(answer.getResponseHeaders().getFirst("X-Request-Id"))
                .isEqualTo(json(answer).path("requestId").asString());
        assertThat(stableFields(json(answer))).isEqualTo(stableFields(example));
    }

    /** The first verification waits for a lock until the second has a response. */
    private EntityExchangeResult<String> duringVerification(ExampleCall call) {
        var database = gateway.getBean(JdbcClient.class);
        var first = new CompletableFuture<EntityExchangeResult<String>>();
        var answer = new TransactionTemplate(gateway.getBean(PlatformTransactionManager.class)).execute(_ -> {
            database.sql("lock table audit_events in access exclusive mode").update();
            first.completeAsync(() -> call.send(client));
            await().until(() -> database.sql("""
                            select exists (select 1 from pg_locks join pg_stat_activity using (pid) where relation = 'audit_events'::regclass
                                and not granted and query like 'lock table%access share%')""").query(Boolean.class).single());
            return call.send(client);
        });
        first.join();
        return requireNonNull(answer);
    }

    private EntityExchangeResult<String> provoke(String slug, ExampleCall call) {
        return switch (slug) {
            case "invalid-request" -> call.withQuery("colour=red").send(client);
            case "precondition-unsupported" ->
                call.with(HttpHeaders.IF_MATCH, "\"0000\"").send(client);
            case "idempotency-key-unsupported" ->
                call.with("Idempotency-Key", UUID.randomUUID().toString()).send(client);
            case "unauthenticated" ->
                call.with(HttpHeaders.AUTHORIZATION, "Bearer nonsense").send(client);
            case "missing-scope" ->
                call.with(HttpHeaders.AUTHORIZATION, "Bearer " + narrowKey).send(client);
            case "not-acceptable" -> call.with(HttpHeaders.ACCEPT, "image/png").send(client);
            case "rate-limited" -> {
                var withSpentKey = call.with(HttpHeaders.AUTHORIZATION, "Bearer " + spentKey);
                useUp(spentKey);
                var answer = withSpentKey.send(client);
                // the first request may have been the last one of its minute, but not twice
                yield answer.getStatus().equals(HttpStatus.TOO_MANY_REQUESTS) ? answer : withSpentKey.send(client);
            }
            case "leeloo-quota-exhausted" -> {
                QuotaFixtures.pause(gateway, Duration.ofSeconds(60));
                var answer = call.with(HttpHeaders.CACHE_CONTROL, "no-cache").send(client);
                FullQuota.reset(gateway);
                yield answer;
            }
            case "not-cached" ->
                call.with(HttpHeaders.CACHE_CONTROL, "only-if-cached").send(client);
            case "not-found" ->
                call.replacing("64a0c3f0[0-9a-f]{16}", NO_SUCH_ID)
                        .replacing("cl_\\w+", "cl_none")
                        .replacing("/operations/.+", "/operations/none")
                        .replacing("/problems/.+", "/problems/none")
                        .replacing("/audit-entries/[^v].*", "/audit-entries/none")
                        .replacing("/requests/.+", "/requests/none")
                        .replacing("/sync-runs/.+", "/sync-runs/none")
                        .send(client);
            case "conflict" -> {
                if (call.operation().id().equals("deleteClient")) {
                    useUp(json(post(call.uri() + "/keys", "{}")).path("key").stringValue());
                    yield call.send(client);
                }
                if (call.uri().contains("/verification")) {
                    yield duringVerification(call);
                }
                if (call.uri().contains("/operations/") || call.uri().contains("/sync-runs")) {
                    call.send(client);
                    yield call.send(client);
                }
                var name =
                        JsonMapper.shared().readTree(call.body()).path("name").asString();
                post("/api/v1/clients", """
                        {"name": "%s", "owner": "o", "purpose": "p", "scopes": ["raw:read"]}""".formatted(name));
                yield call.send(client);
            }
            case "operation-in-progress" -> operations.repeatWhileSending(call);
            case "operation-unknown" -> operations.repeat(call.with("X-Sandbox-Fault", "garbage"));
            case "response-unavailable" -> operations.repeatAfterResolution(call.with("X-Sandbox-Fault", "garbage"));
            case "idempotency-key-reused" -> operations.reuseKey(call);
            case "body-too-large" ->
                call.withBody(" ".repeat(1024 * 1024) + "{}").send(client);
            case "unsupported-media-type" ->
                call.with(HttpHeaders.CONTENT_TYPE, "text/plain").send(client);
            case "deadline-exceeded" -> faulty(slug, call.with("Request-Timeout", "0.5"));
            default -> faulty(slug, call);
        };
    }

    /** An abandoned load may fill the cache, so no-cache forces a call to Leeloo. */
    private EntityExchangeResult<String> faulty(String slug, ExampleCall call) {
        return call.with(HttpHeaders.CACHE_CONTROL, "no-cache")
                .with("X-Sandbox-Fault", Objects.requireNonNull(FAULTS.get(slug)))
                .send(client);
    }

    private EntityExchangeResult<String> post(String uri, String body) {
        return client.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class);
    }

    private JsonNode entry() {
        return json(client.get()
                        .uri("/api/v1/audit-entries?client=demo&limit=1")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                        .exchange()
                        .returnResult(String.class))
                .at("/items/0");
    }

    private String newClient() {
        return json(post("/api/v1/clients", """
                {"name": "%s", "owner": "o", "purpose": "p", "scopes": ["raw:read"]}""".formatted(UUID.randomUUID())))
                .path("id")
                .stringValue();
    }

    /** Creates a client with one request per minute and uses it up. */
    private String spentKey() {
        var form = """
                {"name": "%s", "owner": "o", "purpose": "p", "scopes": ["raw:read"], "requestsPerMinute": 1}""".formatted(UUID.randomUUID());
        var made = json(post("/api/v1/clients", form)).path("id").stringValue();
        var key = json(post("/api/v1/clients/" + made + "/keys", "{}"))
                .path("key")
                .stringValue();
        useUp(key);
        return key;
    }

    /** Again before each use: the window of the key is a minute, and these tests may take longer. */
    private void useUp(String key) {
        client.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .exchange();
    }

    private static JsonNode json(EntityExchangeResult<String> answer) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    /** The fields of a problem that do not vary. */
    private static JsonNode stableFields(JsonNode problem) {
        var stable = ((ObjectNode) problem).deepCopy();
        stable.remove("detail");
        assertThat(stable.remove("instance").asString())
                .isEqualTo("/api/v1/requests/" + problem.path("requestId").asString());
        stable.put("requestId", problem.has("requestId"));
        stable.put("operationId", problem.has("operationId"));
        // the fault names a phone, wherever it occurs
        stable.put("errors", problem.path("type").asString().endsWith("/leeloo-rejected") || problem.has("errors"));
        return stable;
    }
}

package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.FullQuota;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each request to each route leaves exactly one audit entry without personal data, whatever the outcome. */
@GatewayTest
class AuditCrawlIntegrationTests {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Operations whose examples name a resource that the tests cannot create. */
    private static final Set<String> OF_MISSING_RESOURCES = Set.of(
            "findOperation",
            "resolveOperation",
            "findEntry",
            "findRequest",
            "findClient",
            "changeClient",
            "deleteClient",
            "findUsage",
            "listKeys",
            "createKey",
            "revokeKey",
            "changeKey",
            "findSyncRun",
            "findLatestSeal",
            "cancelSyncRun");

    private static final Pattern WITHOUT_LEELOO = Pattern.compile(
            "/api/v1/(me|clients|operations|audit-entries|requests|quota|status|changes|sync-runs|(people|orders)/search|people/[^/]+/personal-data)\\b.*");

    @Autowired
    private RestTestClient client;

    @Autowired
    private ApplicationContext gateway;

    @Autowired
    private JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    private String address;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String user;

    @Value("${spring.datasource.password}")
    private String password;

    private Contract contract;
    private CrawledEntries entries;

    @BeforeEach
    @AfterEach
    void reset() {
        client.post()
                .uri("/sandbox/reset?only=leeloo")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        contract = Contract.read(client);
        entries = new CrawledEntries(database);
    }

    @TestFactory
    Stream<DynamicTest> success() {
        return crawl(routes().map(call -> call.withKey(demoKey)), AuditCrawlIntegrationTests::success);
    }

    @TestFactory
    Stream<DynamicTest> badQuery() {
        return crawl(
                routes().map(call -> call.withUri(call.uri() + "?colour=red").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> missingScope() {
        return crawl(routes().map(call -> call.withKey(GatewayTest.BOOTSTRAP_ADMIN_KEY)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> noKey() {
        return crawl(routes(), _ -> "denied", call -> call.sendFromRandomAddress(address));
    }

    @TestFactory
    Stream<DynamicTest> badBody() {
        return crawl(withBodies().map(call -> call.withBody("{\"surprise\": ").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> wrongType() {
        return crawl(
                withBodies().map(call -> call.with("Content-Type", "text/plain").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> head() {
        return crawl(reads().map(call -> call.withMethod("HEAD").withKey(demoKey)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> options() {
        return crawl(paths().map(call -> call.withMethod("OPTIONS").withKey(demoKey)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> wrongMethod() {
        return crawl(
                paths().flatMap(call -> METHODS.stream()
                        .filter(method -> !methodsOf(call).contains(method))
                        .limit(1)
                        .map(call::withMethod)
                        .map(other -> other.withKey(demoKey))),
                "denied");
    }

    @TestFactory
    Stream<DynamicTest> noRoute() {
        return crawl(
                paths().map(call -> call.withMethod("GET")
                        .with("X-Request-Id", "crawl-" + UUID.randomUUID())
                        .withUri(call.uri().replaceFirst("/v1/", "/v1/no-"))
                        .withKey(demoKey)),
                "denied");
    }

    @TestFactory
    Stream<DynamicTest> exports() {
        return crawl(
                reads().filter(call -> call.uri().equals("/api/v1/audit-entries"))
                        .flatMap(call -> Stream.of("text/csv", "application/x-ndjson")
                                .flatMap(format -> Stream.of("GET", "HEAD")
                                        .map(method -> call.withMethod(method)
                                                .with("X-Request-Id", "crawl-" + UUID.randomUUID())
                                                .with("Accept", format)
                                                .withKey(demoKey)))),
                "success");
    }

    @TestFactory
    Stream<DynamicTest> failureOfLeeloo() {
        return crawl(
                routes().map(call -> call.withKey(demoKey)
                        .with("X-Sandbox-Fault", "html-502")
                        .with("Cache-Control", "no-cache")),
                AuditCrawlIntegrationTests::failure);
    }

    /** Sends all requests concurrently, because each request waits for the timeout of an outage. */
    @TestFactory
    Stream<DynamicTest> failureOfTheDatabase() throws SQLException {
        var calls = routes().map(call -> call.withKey(demoKey).with("Cache-Control", "no-cache"))
                .toList();
        var statuses = whileTablesAreLocked(() -> sendAll(calls));

        assertThat(statuses.values()).doesNotContain(500);
        assertThat(statuses.values().stream().filter(status -> status == 503)).hasSizeGreaterThan(calls.size() / 4);
        return crawl(calls.stream(), _ -> null, call -> statuses.getOrDefault(call.requestId(), 0));
    }

    /** The examples and the sandbox data contain names, phone numbers, e-mail addresses and texts. */
    @Test
    void exportsContainNoPersonalData() {
        routes().map(call -> call.withKey(demoKey))
                .toList()
                .forEach(call -> entries.of(call.requestId(), call.send(address)));

        for (var format : List.of("text/csv", "application/x-ndjson")) {
            var export = new GatewayClient(address, demoKey)
                    .get("/api/v1/audit-entries?client=demo", "Accept", format)
                    .body();
            assertThat(export)
                    .contains("people.find", "orders.create")
                    .doesNotContainIgnoringCase("kovalenko")
                    .doesNotContainPattern("[\\w.]+@[\\w-]+\\.\\w+")
                    .doesNotContainPattern("\\+[0-9]{9,}")
                    .doesNotContain("12025550", "Called back", "Hello");
        }
    }

    private static String success(CrawledCall call) {
        return OF_MISSING_RESOURCES.contains(call.name()) ? "rejected" : "success";
    }

    /** Null if the outcome does not depend on Leeloo. */
    private static @Nullable String failure(CrawledCall call) {
        if (WITHOUT_LEELOO.matcher(call.uri()).matches()) {
            return null;
        }
        return call.method().equals("GET") ? "failed" : "unknown";
    }

    private Stream<DynamicTest> crawl(Stream<CrawledCall> calls, @Nullable String outcome) {
        return crawl(calls, _ -> outcome, call -> call.send(address));
    }

    private Stream<DynamicTest> crawl(Stream<CrawledCall> calls, Function<CrawledCall, @Nullable String> outcome) {
        return crawl(calls, outcome, call -> call.send(address));
    }

    /** One test per request, and a last test that checks all entries again, because a second entry may be written late. */
    private Stream<DynamicTest> crawl(
            Stream<CrawledCall> calls,
            Function<CrawledCall, @Nullable String> outcome,
            ToIntFunction<CrawledCall> sending) {
        var all = calls.toList();
        assertThat(all).isNotEmpty();
        var ids = new ArrayList<String>();
        var each = all.stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    FullQuota.reset(gateway);
                    ids.add(call.requestId());
                    var entry = entries.of(call.requestId(), sending.applyAsInt(call));
                    var expected = outcome.apply(call);
                    if (expected != null) {
                        assertThat(entry.get("outcome")).as(call.name()).isEqualTo(expected);
                    }
                }));
        var last =
                DynamicTest.dynamicTest("one entry each", () -> entries.assertOneEntryEach(ids, this::anotherRequest));
        return Stream.concat(each, Stream.of(last));
    }

    private String anotherRequest() {
        var call = reads().findFirst().orElseThrow().withMethod("GET").withKey(demoKey);
        call.send(address);
        return call.requestId();
    }

    private Stream<CrawledCall> routes() {
        return contract.operations().stream()
                .filter(Contract.Operation::isRoute)
                .map(operation -> ExampleCall.of(contract, operation, Set.of())
                        .replacing("\"crm-export\"", "\"" + UUID.randomUUID() + "\""))
                .map(CrawledCall::of);
    }

    private Stream<CrawledCall> reads() {
        return routes().filter(call -> call.method().equals("GET"));
    }

    private Stream<CrawledCall> withBodies() {
        return routes().filter(call -> !call.body().isEmpty());
    }

    /** One request per path. */
    private Stream<CrawledCall> paths() {
        return routes().collect(Collectors.toMap(CrawledCall::uri, call -> call, (one, _) -> one)).values().stream();
    }

    private Set<String> methodsOf(CrawledCall path) {
        return routes().filter(call -> call.uri().equals(path.uri()))
                .map(call -> call.method().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> sendAll(List<CrawledCall> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return calls.stream()
                    .collect(Collectors.toMap(
                            CrawledCall::requestId,
                            call -> CompletableFuture.supplyAsync(() -> call.send(address), threads)))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, sent -> sent.getValue().join()));
        }
    }

    /** Locks all tables except those of the audit log. */
    private <T> T whileTablesAreLocked(Supplier<T> work) throws SQLException {
        var tables = database.sql("""
                        select string_agg(format('%I', relname), ', ') from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'audit%'""").query(String.class).single();
        try (var connection = DriverManager.getConnection(url, user, password);
                var locking = connection.createStatement()) {
            connection.setAutoCommit(false);
            locking.execute("lock table " + tables + " in access exclusive mode");
            return work.get();
        }
    }
}

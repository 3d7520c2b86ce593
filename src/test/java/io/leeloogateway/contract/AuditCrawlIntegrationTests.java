package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each route of the contract leaves exactly one entry, whatever becomes of the call, and none tells what must not stand there. */
@GatewayTest
class AuditCrawlIntegrationTests {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Their examples name what no test can make beforehand. */
    private static final Set<String> OF_NOTHING_THERE = Set.of(
            "findOperation",
            "resolveOperation",
            "findEntry",
            "findRequest",
            "findClient",
            "changeClient",
            "listKeys",
            "createKey",
            "revokeKey",
            "changeKey");

    private static final Pattern WITHOUT_LEELOO =
            Pattern.compile("/api/v1/(me|clients|operations|audit-entries|requests|people/[^/]+/personal-data)\\b.*");

    @Autowired
    private RestTestClient client;

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
        client.post().uri("/sandbox/reset").exchange().expectStatus().is2xxSuccessful();
        contract = Contract.read(client);
        entries = new CrawledEntries(database);
    }

    @TestFactory
    Stream<DynamicTest> success() {
        return crawl(routes().map(shot -> shot.withKey(demoKey)), AuditCrawlIntegrationTests::success);
    }

    @TestFactory
    Stream<DynamicTest> badQuery() {
        return crawl(routes().map(shot -> shot.at(shot.uri() + "?colour=red").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> missingScope() {
        return crawl(routes().map(shot -> shot.withKey(GatewayTest.BOOTSTRAP_ADMIN_KEY)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> noKey() {
        return crawl(routes(), _ -> "denied", shot -> shot.sendFromElsewhere(address));
    }

    @TestFactory
    Stream<DynamicTest> badBody() {
        return crawl(withBodies().map(shot -> shot.withBody("{\"surprise\": ").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> wrongType() {
        return crawl(
                withBodies().map(shot -> shot.with("Content-Type", "text/plain").withKey(demoKey)), "denied");
    }

    @TestFactory
    Stream<DynamicTest> head() {
        return crawl(reads().map(shot -> shot.by("HEAD").withKey(demoKey)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> options() {
        return crawl(paths().map(shot -> shot.by("OPTIONS").withKey(demoKey)), _ -> null);
    }

    @TestFactory
    Stream<DynamicTest> wrongMethod() {
        return crawl(
                paths().flatMap(shot -> METHODS.stream()
                        .filter(method -> !methodsOf(shot).contains(method))
                        .limit(1)
                        .map(shot::by)
                        .map(other -> other.withKey(demoKey))),
                "denied");
    }

    @TestFactory
    Stream<DynamicTest> noRoute() {
        return crawl(
                paths().map(shot -> shot.by("GET")
                        .with("X-Request-Id", "crawl-" + UUID.randomUUID())
                        .at(shot.uri().replaceFirst("/v1/", "/v1/no-"))
                        .withKey(demoKey)),
                "denied");
    }

    @TestFactory
    Stream<DynamicTest> exports() {
        return crawl(
                reads().filter(shot -> shot.uri().equals("/api/v1/audit-entries"))
                        .flatMap(shot -> Stream.of("text/csv", "application/x-ndjson")
                                .flatMap(format -> Stream.of("GET", "HEAD")
                                        .map(method -> shot.by(method)
                                                .with("X-Request-Id", "crawl-" + UUID.randomUUID())
                                                .with("Accept", format)
                                                .withKey(demoKey)))),
                "success");
    }

    @TestFactory
    Stream<DynamicTest> failureOfLeeloo() {
        return crawl(
                routes().map(shot -> shot.withKey(demoKey)
                        .with("X-Sandbox-Fault", "html-502")
                        .with("Cache-Control", "no-cache")),
                AuditCrawlIntegrationTests::failure);
    }

    /** All at once, since each waits for its share of an outage. */
    @TestFactory
    Stream<DynamicTest> failureOfTheDatabase() throws SQLException {
        var shots = routes().map(shot -> shot.withKey(demoKey).with("Cache-Control", "no-cache"))
                .toList();
        var statuses = whileNoTableAnswers(() -> sendAll(shots));

        assertThat(statuses.values()).doesNotContain(500);
        assertThat(statuses.values().stream().filter(status -> status == 503)).hasSizeGreaterThan(shots.size() / 4);
        return crawl(shots.stream(), _ -> null, shot -> statuses.getOrDefault(shot.requestId(), 0));
    }

    /** The examples and the pretend Leeloo's seed are full of names, phones, e-mails and texts. */
    @Test
    void exportsTellNothingPersonal() {
        routes().map(shot -> shot.withKey(demoKey))
                .toList()
                .forEach(shot -> entries.of(shot.requestId(), shot.send(address)));

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

    private static String success(CrawledCall shot) {
        return OF_NOTHING_THERE.contains(shot.name()) ? "rejected" : "success";
    }

    /** Null where Leeloo's word does not count. */
    private static @Nullable String failure(CrawledCall shot) {
        if (WITHOUT_LEELOO.matcher(shot.uri()).matches()) {
            return null;
        }
        return shot.method().equals("GET") ? "failed" : "unknown";
    }

    private Stream<DynamicTest> crawl(Stream<CrawledCall> shots, @Nullable String outcome) {
        return crawl(shots, _ -> outcome, shot -> shot.send(address));
    }

    private Stream<DynamicTest> crawl(Stream<CrawledCall> shots, Function<CrawledCall, @Nullable String> outcome) {
        return crawl(shots, outcome, shot -> shot.send(address));
    }

    /** One test for each call, and at the end one that asks again for all of them: a second entry may have come late. */
    private Stream<DynamicTest> crawl(
            Stream<CrawledCall> shots,
            Function<CrawledCall, @Nullable String> outcome,
            ToIntFunction<CrawledCall> sending) {
        var all = shots.toList();
        assertThat(all).isNotEmpty();
        var ids = new ArrayList<String>();
        var each = all.stream()
                .map(shot -> DynamicTest.dynamicTest(shot.name(), () -> {
                    ids.add(shot.requestId());
                    var entry = entries.of(shot.requestId(), sending.applyAsInt(shot));
                    var expected = outcome.apply(shot);
                    if (expected != null) {
                        assertThat(entry.get("outcome")).as(shot.name()).isEqualTo(expected);
                    }
                }));
        var last = DynamicTest.dynamicTest("one entry each", () -> entries.areOneEach(ids, this::anotherRequest));
        return Stream.concat(each, Stream.of(last));
    }

    private String anotherRequest() {
        var shot = reads().findFirst().orElseThrow().by("GET").withKey(demoKey);
        shot.send(address);
        return shot.requestId();
    }

    private Stream<CrawledCall> routes() {
        return contract.operations().stream()
                .filter(Contract.Operation::isRoute)
                .map(operation -> ExampleCall.of(contract, operation, Set.of())
                        .replacing("\"crm-export\"", "\"" + UUID.randomUUID() + "\""))
                .map(CrawledCall::of);
    }

    private Stream<CrawledCall> reads() {
        return routes().filter(shot -> shot.method().equals("GET"));
    }

    private Stream<CrawledCall> withBodies() {
        return routes().filter(shot -> !shot.body().isEmpty());
    }

    /** Each path once. */
    private Stream<CrawledCall> paths() {
        return routes().collect(Collectors.toMap(CrawledCall::uri, shot -> shot, (one, _) -> one)).values().stream();
    }

    private Set<String> methodsOf(CrawledCall path) {
        return routes().filter(shot -> shot.uri().equals(path.uri()))
                .map(shot -> shot.method().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> sendAll(List<CrawledCall> shots) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return shots.stream()
                    .collect(Collectors.toMap(
                            CrawledCall::requestId,
                            shot -> CompletableFuture.supplyAsync(() -> shot.send(address), threads)))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, sent -> sent.getValue().join()));
        }
    }

    /** The diary's own alone can be written. */
    private <T> T whileNoTableAnswers(Supplier<T> work) throws SQLException {
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

package io.leeloogateway.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.HaproxyProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import io.leeloogateway.fixtures.SlowReaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody's traffic stops anybody else: a well-behaved client is served during each attack on a gateway with the sizes of the container. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackAcceptanceTests {

    private static final double MIN_ANSWERED = 0.999;
    private static final Duration MAX_P99 = Duration.ofMillis(500);
    private static final int WARM_UP_REQUESTS = 2000;

    private final List<String> table = new ArrayList<>();
    private PostgresProcess postgres;
    private ScriptedLeeloo leeloo;
    private GatewayProcess gateway;
    private GatewayProcessClient client;

    @BeforeAll
    void start() throws Exception {
        postgres = PostgresProcess.start();
        leeloo = new ScriptedLeeloo();
        gateway = GatewayProcess.startLikeContainer(
                postgres,
                leeloo.url(),
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127.0.0.1",
                "--gateway.webhooks.secrets=" + HostileRequests.WEBHOOK_SECRET,
                "--gateway.access.jwt.issuer-uri=" + HostileRequests.ISSUER,
                "--gateway.access.jwt.audience=" + HostileRequests.AUDIENCE);
        client = GatewayProcessClient.create(gateway);
        warmUp();
        if (!HaproxyProcess.isInstalled()) {
            table.add("WITHOUT HAPROXY: it is not installed, .ci/acceptance installs it; all attacks were direct");
        }
        table.add("%-32s %6s %9s %7s %7s %9s %10s %9s %11s"
                .formatted(
                        "attack",
                        "asked",
                        "answered",
                        "p50 ms",
                        "p99 ms",
                        "heap MiB",
                        "direct MiB",
                        "anon MiB",
                        "rows/minute"));
    }

    /** A gateway that serves for a while. The first burst after a start delays others for longer (docs/hardening.md). */
    private void warmUp() throws Exception {
        for (var i = 0; i < WARM_UP_REQUESTS; i++) {
            client.read(gateway, "/api/v1/tags").join();
        }
        new UnaskedBodies(WARM_UP_REQUESTS, Duration.ofSeconds(1), "Accept: */*")
                .run(new Target(gateway, gateway.uri("/").getPort(), client.key(), postgres.database()));
        awaitLastRow();
    }

    @AfterAll
    void stop() throws IOException {
        AcceptanceReport.print("attacks", table);
        gateway.close();
        leeloo.close();
        postgres.close();
    }

    static Stream<Attacks.Row> attacks() {
        return Attacks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void wellBehavedClientIsServed(Attacks.Row row) throws Exception {
        attack(row.name(), gateway.uri("/").getPort(), row);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void wellBehavedClientIsServedThroughTheProxy(Attacks.Row row) throws Exception {
        assumeTrue(HaproxyProcess.isInstalled());
        try (var proxy = HaproxyProcess.start(gateway)) {
            attack(row.name() + ", haproxy", proxy.port(), row);
        }
    }

    /** The proxy does not know the keys yet, and the requests without a key come from their address. */
    @Test
    void newKeysAreServedBesideRequestsWithoutAKey() throws Exception {
        assumeTrue(HaproxyProcess.isInstalled());
        try (var proxy = HaproxyProcess.start(gateway);
                var _ = SlowReaders.start(proxy.port(), 60, SlowlyReadResponses.REQUEST, Duration.ofSeconds(2));
                var http =
                        HttpClient.newBuilder().localAddress(SlowReaders.SOURCE).build()) {
            for (var i = 0; i < 5; i++) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/api/v1/tags"))
                        .header(
                                "Authorization",
                                "Bearer " + GatewayProcessClient.create(gateway).key())
                        .build();
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private void attack(String name, int port, Attacks.Row row) throws Exception {
        var key = GatewayProcessClient.create(gateway, 120).key();
        var rows = auditRows();
        var start = Instant.now();
        try (var steady = new SteadyClient(client, port);
                var memory = new MemoryPeaks(gateway)) {
            row.attack().run(new Target(gateway, port, key, postgres.database()));
            steady.stopAsking();
            await().atMost(Duration.ofSeconds(45)).until(steady::isCompleted);
            var minutes = Math.max(1, Duration.between(start, Instant.now()).toMillis() / 60_000.0);
            awaitLastRow();
            var growth = (auditRows() - rows - steady.asked()) / minutes;
            report(name, steady, memory, growth);

            assertThat(gateway.isAlive()).isTrue();
            assertThat(steady.answeredShare()).isGreaterThanOrEqualTo(MIN_ANSWERED);
            assertThat(steady.percentile(99)).isLessThan(MAX_P99);
            assertThat(growth).isLessThanOrEqualTo(row.auditRows());
        }
    }

    private void report(String name, SteadyClient steady, MemoryPeaks memory, double growth) {
        table.add("%-32s %6d %8.1f%% %7d %7d %9d %10d %9d %11.0f"
                .formatted(
                        name,
                        steady.asked(),
                        100 * steady.answeredShare(),
                        steady.percentile(50).toMillis(),
                        steady.percentile(99).toMillis(),
                        memory.heapMib(),
                        memory.directMib(),
                        memory.anonymousMib(),
                        growth));
    }

    /** The requests of an attack may end after it, and belong to it. */
    private void awaitLastRow() {
        var known = new AtomicLong();
        await().atMost(Duration.ofSeconds(45))
                .during(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var rows = auditRows();
                    return known.getAndSet(rows) == rows;
                });
    }

    private long auditRows() {
        return postgres.database()
                .sql("select count(*) from audit_events")
                .query(Long.class)
                .single();
    }
}

package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.FreePort;
import io.leeloogateway.fixtures.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** Start and graceful shutdown of the gateway. */
@Timeout(90)
@ExtendWith(OutputCaptureExtension.class)
class StartAndStopIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int management = FreePort.find();

    @Test
    void gatewayWaitsForPostgresWithClosedPorts(CapturedOutput output) throws Exception {
        var database = URI.create(setting("spring.datasource.url").substring("jdbc:".length()));
        try (var forwarder = new TcpForwarder(database.getPort())) {
            var url = "jdbc:postgresql://127.0.0.1:" + forwarder.port() + database.getPath();
            var starting = CompletableFuture.supplyAsync(() -> start("--spring.datasource.url=" + url));
            await().atMost(Duration.ofSeconds(60)).until(() -> output.getOut().contains("waiting for PostgreSQL"));
            assertThat(status("/actuator/health/liveness")).isZero();

            forwarder.open();

            try (var gateway = starting.join()) {
                assertThat(status("/actuator/health/readiness")).isEqualTo(200);
                assertThat(gateway.isActive()).isTrue();
            }
        }
    }

    @Test
    void concurrentStartsMigrateAnEmptyDatabaseOnce() {
        var gateways = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> start("--test.database=two_at_once", "--management.server.port=0")))
                .toList();

        var first = gateways.getFirst().join();
        var second = gateways.getLast().join();

        assertThat(first.getBean(JdbcClient.class)
                        .sql("select count(*) - count(distinct version) from flyway_schema_history where success")
                        .query(Long.class)
                        .single())
                .isZero();
        first.close();
        second.close();
    }

    @Test
    void requestsAreServedDuringTheDrainDelay() throws Exception {
        var gateway = start("--gateway.lifecycle.drain-delay=3s");
        var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        var home = "http://127.0.0.1:" + port + "/problems/route-not-found";
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);

        var closing = CompletableFuture.runAsync(gateway::close);

        await().atMost(Duration.ofSeconds(2)).until(() -> status("/actuator/health/readiness") != 200);
        assertThat(get(home)).isEqualTo(200);
        closing.join();
        assertThat(get(home)).isZero();
    }

    private ConfigurableApplicationContext start(String... settings) {
        var arguments = Stream.concat(
                Stream.of(
                        "--spring.profiles.active=sandbox",
                        "--db-scheduler.enabled=false",
                        "--server.port=0",
                        "--management.server.port=" + management),
                Stream.of(settings));
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(
                        new TestDatabase(),
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new SimpleCommandLinePropertySource("settings", settings)))
                .run(arguments.toArray(String[]::new));
    }

    private int status(String path) throws InterruptedException {
        return get("http://127.0.0.1:" + management + path);
    }

    /** 0 without a response. */
    private static int get(String address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private static String setting(String name) {
        try (var context = new GenericWebApplicationContext()) {
            context.setEnvironment(new MockEnvironment());
            new TestDatabase().initialize(context);
            return context.getEnvironment().getRequiredProperty(name);
        }
    }
}

package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.FreePorts;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Without the database, no entry is known to be current, in memory or not: reads fail fast with a 503. */
class DatabaseUnavailableIntegrationTests {

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "frozen"})
    void readsAreServedFromMemoryAsFarAsStaleOnErrorAllows(String fault) {
        try (var postgres = PostgresProcess.start()) {
            try (var context = start(postgres)) {
                var gateway = client(context);
                assertThat(gateway.get(PERSON).status()).isEqualTo(200);
                assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("hit");

                startFault(fault, postgres);
                var started = System.nanoTime();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> gateway.get(PERSON).cacheStatus().equals("fwd=stale; detail=served-stale"));
                var unknown = gateway.get("/api/v1/users");
                var refused = gateway.getWithCacheControl("no-cache", PERSON);

                assertThat(gateway.get(PERSON).status()).isEqualTo(200);
                assertThat(List.of(unknown.status(), refused.status())).containsOnly(503);
                assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(unknown.header("Cache-Status")).isEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
                endFault(fault, postgres);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> gateway.get(PERSON).cacheStatus().equals("hit"));
            }
        }
    }

    @Test
    void responseOfLeelooIsServedIfTheDatabaseStopsDuringTheLoad() {
        try (var postgres = PostgresProcess.start();
                var context = start(postgres)) {
            var gateway = client(context);
            gateway.injectFault("slow-first-byte=1500", 1, "/users");
            var reply = CompletableFuture.supplyAsync(() -> gateway.get("/api/v1/users", "Request-Timeout", "20"));
            await().until(() -> gateway.calls("/users").size() == 1);
            postgres.stop();

            assertThat(reply.join().status()).isEqualTo(200);
            assertThat(reply.join().cacheStatus()).isEqualTo("fwd=miss");
            postgres.startAgain();
        }
    }

    private static ConfigurableApplicationContext start(PostgresProcess postgres) {
        var settings = Stream.concat(postgres.settings().stream(), Stream.of("--gateway.lifecycle.drain-delay=0s"));
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new FreePorts())
                .profiles("sandbox")
                .run(settings.toArray(String[]::new));
    }

    private static GatewayClient client(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        return new GatewayClient(
                "http://127.0.0.1:" + settings.getProperty("local.server.port"),
                settings.getRequiredProperty("gateway.access.demo-key"));
    }

    private static void startFault(String fault, PostgresProcess postgres) {
        if (fault.equals("stopped")) {
            postgres.stop();
        } else {
            postgres.freeze();
        }
    }

    private static void endFault(String fault, PostgresProcess postgres) {
        if (fault.equals("stopped")) {
            postgres.startAgain();
        } else {
            postgres.thaw();
        }
    }
}

package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.FreePorts;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Without the database nobody knows whether a copy still counts, in memory or not: reads are refused, soon and clearly. */
class DatabaseUnavailableIntegrationTests {

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "frozen"})
    void readsAreRefusedUntilItIsBack(String trouble) {
        try (var postgres = PostgresProcess.start()) {
            var settings = postgres.settings().toArray(String[]::new);
            try (var context = new SpringApplicationBuilder(GatewayApplication.class)
                    .initializers(new FreePorts())
                    .profiles("sandbox")
                    .run(settings)) {
                var gateway = new GatewayClient(
                        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"),
                        context.getEnvironment().getRequiredProperty("gateway.access.demo-key"));
                assertThat(gateway.get(PERSON).status()).isEqualTo(200);
                assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("hit");

                begin(trouble, postgres);
                var began = System.nanoTime();
                var answer = gateway.getWithCacheControl("max-stale", PERSON);

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.header("Cache-Status")).isEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                end(trouble, postgres);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> gateway.get(PERSON).status() == 200);
            }
        }
    }

    @Test
    void whatLeelooAnsweredIsGivenThoughTheDatabaseWentMeanwhile() {
        try (var postgres = PostgresProcess.start();
                var context = new SpringApplicationBuilder(GatewayApplication.class)
                        .initializers(new FreePorts())
                        .profiles("sandbox")
                        .run(postgres.settings().toArray(String[]::new))) {
            var gateway = new GatewayClient(
                    "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"),
                    context.getEnvironment().getRequiredProperty("gateway.access.demo-key"));
            gateway.injectFault("slow-first-byte=1500", 1, "/users");
            var answer = CompletableFuture.supplyAsync(() -> gateway.get("/api/v1/users", "Request-Timeout", "20"));
            await().until(() -> gateway.calls("/users").size() == 1);
            postgres.stop();

            assertThat(answer.join().status()).isEqualTo(200);
            assertThat(answer.join().cacheStatus()).isEqualTo("fwd=miss");
            postgres.startAgain();
        }
    }

    private static void begin(String trouble, PostgresProcess postgres) {
        if (trouble.equals("stopped")) {
            postgres.stop();
        } else {
            postgres.freeze();
        }
    }

    private static void end(String trouble, PostgresProcess postgres) {
        if (trouble.equals("stopped")) {
            postgres.startAgain();
        } else {
            postgres.thaw();
        }
    }
}

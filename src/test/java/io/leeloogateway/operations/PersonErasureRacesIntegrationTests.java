package io.leeloogateway.operations;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Requests in progress during an erasure restore no personal data. */
@GatewayTest
@TestPropertySource(properties = {"test.database=erasure", "gateway.cache.messages.time-to-live=1h"})
class PersonErasureRacesIntegrationTests {

    private static final String CHANNEL = "/channels/64a0c3f00001000000000003";
    private static final List<String> PERSONAL =
            List.of("Kovalenko", "12025550101", "is it for beginners", "likes green tea");

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private GatewayClient caller;

    @BeforeEach
    void setUp() {
        caller = new GatewayClient(address, key);
        caller.reset();
        database.sql("truncate operations").update();
    }

    @ParameterizedTest
    @CsvSource({
        PERSON + ", /people",
        "/api/v1/people?phone=%2B12025550101, /people",
        "/api/v1" + CHANNEL + "/person, /communication-channels",
        "/api/v1" + CHANNEL + "/messages, /communication-channels",
        "/api/v1/channels?limit=100, /communication-channels"
    })
    void readInProgressStoresNothing(String path, String operation) {
        caller.injectFault("hang-after-apply=2500", 1, operation);
        var read = inBackground(() -> caller.get(path));
        await().until(() -> !caller.calls(operation).isEmpty());

        assertThat(erase().status()).isEqualTo(204);

        assertThat(read.join().status()).isEqualTo(200);
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    @Test
    void changeInProgressIsFinishedWithoutItsResponse() {
        caller.injectFault("hang-after-apply=2500", 1, "/people");
        var change = inBackground(() -> caller.send(
                "POST", PERSON + "/comments", "{\"text\":\"likes green tea\"}", "Idempotency-Key", "in-progress"));
        await().until(() -> !caller.calls("/people").isEmpty());

        assertThat(erase().status()).isEqualTo(204);

        assertThat(change.join().status()).isEqualTo(201);
        assertThat(database.sql("select outcome from operations")
                        .query(String.class)
                        .single())
                .isEqualTo("applied");
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    @Test
    void erasureInvalidatesTheMemoryOfOtherReplicas() {
        try (var second = SecondGateway.start(
                "--test.database=erasure", "--gateway.leeloo.base-url=" + address + "/sandbox/leeloo/api/v2")) {
            var other = new GatewayClient(second.address(), key);
            other.get(PERSON);
            assertThat(other.getWithCacheControl("only-if-cached", PERSON).status())
                    .isEqualTo(200);

            erase();

            assertThat(other.getWithCacheControl("only-if-cached", PERSON).status())
                    .isEqualTo(504);
        }
    }

    private GatewayResponse erase() {
        return new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .send("DELETE", PERSON + "/personal-data", "");
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }
}

package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.quota.QuotaFixtures;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A repeat that is refused does not say that nothing is sent while the first request with its key waits for its turn at Leeloo. */
@GatewayTest
class WaitingRepeatIntegrationTests {

    @Autowired
    private ApplicationContext gateway;

    @Autowired
    private JdbcClient database;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private final String key = UUID.randomUUID().toString();
    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.resetAll();
        QuotaFixtures.pause(gateway, Duration.ofSeconds(6));
    }

    @Test
    void refusedRepeatIsInProgressAndTheChangeIsMadeOnce() {
        var first = CompletableFuture.supplyAsync(() -> comment(key, "20"));
        await().until(() -> claims() == 1);

        var repeat = comment(key, "2");

        assertThat(repeat.status()).isEqualTo(409);
        assertThat(repeat.problem()).isEqualTo("operation-in-progress");
        assertThat(repeat.outcome()).isEqualTo("sending");
        assertThat(repeat.header("Retry-After")).isEqualTo("1");
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(comment(key, "2").status()).isEqualTo(201);
        assertThat(client.calls("/people")).hasSize(1);
        assertThat(claims()).isZero();
    }

    /** While permits are at hand, a change does not wait, and claims its key in memory only. */
    @Test
    void equalChangesAtOnceNeverSayThatNothingIsSentAfterOneWas() {
        QuotaFixtures.reset(gateway);
        var responses = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> comment(key, "2"), Thread::startVirtualThread))
                .toList();

        assertThat(responses.stream().map(response -> response.join().status())).containsOnly(201, 409);
        assertThat(client.calls("/people")).hasSize(1);
    }

    /** As if another instance had claimed it. */
    @Test
    void claimOfAnInstanceThatWasKilledExpires() {
        database.sql("""
                insert into change_claims (id, client_id, idempotency_key, expires_at)
                values (gen_random_uuid(), 'demo', :key, clock_timestamp() + interval '3 seconds')""").param("key", key).update();

        assertThat(comment(key, "2").problem()).isEqualTo("operation-in-progress");
        await().until(() -> comment(key, "2").problem().equals("leeloo-quota-exhausted"));
    }

    @Test
    void keyOfARefusedChangeStaysFree() {
        var refused = comment(key, "2");

        assertThat(refused.problem()).isEqualTo("leeloo-quota-exhausted");
        assertThat(refused.outcome()).isEqualTo("not_sent");
        assertThat(comment(key, "20").status()).isEqualTo(201);
    }

    @Test
    void claimsOfOtherKeysAndClientsDoNotMatter() {
        var other =
                CompletableFuture.supplyAsync(() -> comment(UUID.randomUUID().toString(), "20"));
        await().until(() -> claims() == 1);
        database.sql("""
                insert into change_claims (id, client_id, idempotency_key, expires_at)
                values (gen_random_uuid(), 'other', :key, clock_timestamp() + interval '3 seconds')""").param("key", key).update();

        assertThat(comment(key, "2").problem()).isEqualTo("leeloo-quota-exhausted");
        assertThat(other.join().status()).isEqualTo(201);
    }

    private GatewayResponse comment(String idempotencyKey, String seconds) {
        return client.send(
                "POST",
                GatewayClient.PERSON + "/comments",
                "{\"text\": \"Called back\"}",
                "Idempotency-Key",
                idempotencyKey,
                "Request-Timeout",
                seconds);
    }

    private long claims() {
        return database.sql("select count(*) from change_claims")
                .query(Long.class)
                .single();
    }
}

package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.Callers;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@GatewayTest
class ApiKeyCacheIntegrationTests {

    private static final String NOWHERE = "203.0.113.9";

    @Autowired
    RestTestClient http;

    @Autowired
    ApiKeyCache known;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    Callers callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new Callers(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void keysAreRememberedForFourSecondsAtMost() {
        assertThat(ApiKeyCache.LONGEST).isLessThan(Duration.ofSeconds(5));
        var id = Callers.idOf(callers.newClientsKey("people:read"));

        var first = known.find(id, NOWHERE).orElseThrow();

        assertThat(known.find(id, NOWHERE).orElseThrow().readAt()).isEqualTo(first.readAt());
        await().atMost(ApiKeyCache.LONGEST.plusMillis(500))
                .until(() -> known.find(id, NOWHERE).orElseThrow().readAt() != first.readAt());
    }

    @Test
    void unknownKeysAreNotKeptAmongTheKnown() {
        var before = known.size();

        IntStream.range(0, 50).forEach(_ -> known.find(ApiKeyFixtures.fresh().id(), NOWHERE));

        assertThat(known.size()).isLessThanOrEqualTo(before);
    }

    @Test
    void memoryIsBounded() {
        var client = callers.newClient("people:read");
        database.sql("""
                insert into client_keys (id, client_id, hash, created_at, expires_at)
                select 'bound' || lpad(i::text, 7, '0'), ?, decode(repeat('00', 32), 'hex'), now(), now() + interval '1 day'
                from generate_series(1, 11000) as i""").param(client).update();
        try {
            // The ids that were valid a moment ago may be remembered still.
            await().until(() -> known.find("bound0000001", NOWHERE).isPresent());

            IntStream.rangeClosed(1, 11_000).parallel().forEach(i -> known.find("bound%07d".formatted(i), NOWHERE));

            assertThat(known.size()).isBetween(1L, 10_000L);
        } finally {
            database.sql("delete from client_keys where client_id = ?")
                    .param(client)
                    .update();
        }
    }

    @Test
    void validKeysAreFoundAmongManyThatAreOverByAnIndex() {
        var client = callers.newClient("people:read");

        var plan = transactions.execute(undone -> {
            undone.setRollbackOnly();
            database.sql("""
                    insert into client_keys (id, client_id, hash, created_at, expires_at)
                    select 'over' || i, ?, decode(repeat('00', 32), 'hex'), now(), now() - interval '1 day'
                    from generate_series(1, 5000) as i""").param(client).update();
            database.sql("analyze client_keys").update();
            return database.sql("""
                            explain select id from client_keys where revoked_at is null and expires_at > now()""").query(String.class).list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains("client_keys_expires_at"));
    }
}

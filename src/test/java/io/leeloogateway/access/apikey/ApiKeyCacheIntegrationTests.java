package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.IpAddress;
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

    private static final IpAddress ADDRESS = IpAddress.parse("203.0.113.9").orElseThrow();

    @Autowired
    RestTestClient http;

    @Autowired
    ApiKeyCache cache;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void keyIsCachedForFourSecondsAtMost() {
        assertThat(ApiKeyCache.MAX_AGE).isLessThan(Duration.ofSeconds(5));
        var id = TestClients.idOf(callers.newKeyWithScopes("people:read"));

        var first = cache.find(id, ADDRESS).orElseThrow();

        assertThat(cache.find(id, ADDRESS).orElseThrow().readAtNanos()).isEqualTo(first.readAtNanos());
        await().atMost(ApiKeyCache.MAX_AGE.plusMillis(500))
                .until(() -> cache.find(id, ADDRESS).orElseThrow().readAtNanos() != first.readAtNanos());
    }

    @Test
    void unknownKeyIsNotCached() {
        var before = cache.size();

        IntStream.range(0, 50).forEach(_ -> cache.find(ApiKeyFixtures.fresh().id(), ADDRESS));

        assertThat(cache.size()).isLessThanOrEqualTo(before);
    }

    @Test
    void memoryIsBounded() {
        var client = callers.newClient("people:read");
        database.sql("""
                insert into client_keys (id, client_id, hash, created_at, expires_at)
                select 'bound' || lpad(i::text, 7, '0'), ?, decode(repeat('00', 32), 'hex'), now(), now() + interval '1 day'
                from generate_series(1, 11000) as i""").param(client).update();
        try {
            // The set of valid ids can be cached for a second.
            await().until(() -> cache.find("bound0000001", ADDRESS).isPresent());

            IntStream.rangeClosed(1, 11_000).parallel().forEach(i -> cache.find("bound%07d".formatted(i), ADDRESS));

            assertThat(cache.size()).isBetween(1L, 10_000L);
        } finally {
            database.sql("delete from client_keys where client_id = ?")
                    .param(client)
                    .update();
        }
    }

    @Test
    void validKeysAreFoundWithAnIndex() {
        var client = callers.newClient("people:read");

        var plan = transactions.execute(status -> {
            status.setRollbackOnly();
            database.sql("""
                    insert into client_keys (id, client_id, hash, created_at, expires_at)
                    select 'expired' || i, ?, decode(repeat('00', 32), 'hex'), now(), now() - interval '1 day'
                    from generate_series(1, 5000) as i""").param(client).update();
            database.sql("analyze client_keys").update();
            return database.sql("""
                            explain select id from client_keys where revoked_at is null and expires_at > now()""").query(String.class).list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains("client_keys_expires_at"));
    }
}

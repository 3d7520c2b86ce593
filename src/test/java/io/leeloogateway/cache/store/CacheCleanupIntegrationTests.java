package io.leeloogateway.cache.store;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody is given any more is deleted, and nothing comes back by that. */
@GatewayTest
class CacheCleanupIntegrationTests {

    private static final String NOBODY = "/api/v1/people/64a0c3f00001000000009998";
    private static final String LIST = "/api/v1/people?tag=vip&limit=100";

    @Autowired
    JdbcClient database;

    @Autowired
    CacheCleanup sweep;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void copiesOfEachKindGoWhenTheirTimeIsOver() {
        gateway.get(PERSON);
        gateway.get(NOBODY);
        gateway.get(LIST);
        gateway.get("/api/v1/orders/64a0c3f0000b000000000001");
        gateway.get("/api/v1/users");
        grow(Duration.ofMinutes(59));
        sweep.run();
        assertThat(rows("cached_documents")).isEqualTo(2);
        assertThat(rows("cached_people")).isGreaterThan(2);

        grow(Duration.ofMinutes(2));
        sweep.run();
        assertThat(rows("cached_documents")).as("no lists").isEqualTo(1);

        grow(Duration.ofHours(24));
        sweep.run();
        assertThat(rows("cached_people")).isZero();
        assertThat(rows("cached_orders")).isZero();
        assertThat(rows("cached_documents")).isEqualTo(1);
        assertThat(rows("cached_tags")).isEqualTo(1);

        grow(Duration.ofDays(6).plusHours(1));
        sweep.run();
        assertThat(rows("cached_documents")).isZero();
        assertThat(rows("cached_tags")).isZero();
    }

    @Test
    void whomAListToldOfLaterStaysWithoutTheDocument() {
        gateway.get(PERSON);
        grow(Duration.ofHours(25));
        gateway.get(LIST);

        sweep.run();

        assertThat(database.sql(
                                "select document is null and fetched_at is null and list_row is not null from cached_people where id = ?")
                        .param(ANNA)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(gateway.get(PERSON + "?view=summary").cacheStatus()).isEqualTo("hit");
    }

    @Test
    void moreThanABatchGoes() {
        database.sql("""
                        insert into cached_documents (id, kind, fetched_at, generation)
                        select 'old ' || n, 'PEOPLE_LIST', now() - interval '2 hours', 0 from generate_series(1, 10001) n""").update();

        sweep.run();

        assertThat(rows("cached_documents")).isZero();
    }

    @Test
    void loadsOfTheDeadGo() {
        database.sql("""
                        insert into cache_loads (cache_key, lease_id, generation, started_at, expires_at) values
                            ('dead', gen_random_uuid(), 0, now(), now() - interval '1 second'),
                            ('alive', gen_random_uuid(), 0, now(), now() + interval '1 minute')""").update();

        sweep.run();

        assertThat(database.sql("select cache_key from cache_loads")
                        .query(String.class)
                        .list())
                .containsExactly("alive");
    }

    @Test
    void generationsGoWhenNoCopyFromBeforeThemIsLeft() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        sweep.run();
        assertThat(generations()).isOne();

        grow(Duration.ofDays(8).plusHours(1));
        sweep.run();

        assertThat(generations()).isZero();
    }

    @Test
    void aCopyIsKeptAgainAfterItsGenerationWent() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.get(PERSON);
        forgetGenerations();

        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void aGenerationDoesNotComeBack() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.get(PERSON);
        forgetGenerations();

        gateway.send("PATCH", PERSON, "{\"email\":\"two@example.org\"}");

        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("two@example.org");
    }

    @Test
    void aLoadFromBeforeAGenerationWentStoresNothing() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.injectFault("hang-after-apply=1000", 1, "/people");
        var load = CompletableFuture.supplyAsync(() -> gateway.get(PERSON));
        await().until(() -> gateway.calls("/people").stream().anyMatch(call -> call.startsWith("GET")));
        forgetGenerations();

        assertThat(load.join().cacheStatus()).isEqualTo("fwd=miss");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
    }

    private void forgetGenerations() {
        database.sql("update cache_generations set invalidated_at = invalidated_at - interval '30 days'")
                .update();
        sweep.run();
        assertThat(generations()).isZero();
    }

    private void grow(Duration time) {
        CacheAging.age(time, database);
        for (var column : new String[] {
            "cache_generations set invalidated_at = invalidated_at",
            "cached_people set last_seen_at = last_seen_at",
            "cached_orders set last_seen_at = last_seen_at"
        }) {
            database.sql("update %s - make_interval(secs => ?)".formatted(column))
                    .param(time.toSeconds())
                    .update();
        }
    }

    private long generations() {
        return database.sql("select count(*) from cache_generations where scope = 'PERSON ' || ?")
                .param(ANNA)
                .query(Long.class)
                .single();
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}

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

/** The clean-up deletes entries that cannot be served, and makes no outdated entry current again. */
@GatewayTest
class CacheCleanupIntegrationTests {

    private static final String UNKNOWN_PERSON = "/api/v1/people/64a0c3f00001000000009998";
    private static final String LIST = "/api/v1/people?tag=vip&limit=100";

    @Autowired
    JdbcClient database;

    @Autowired
    CacheCleanup cleanup;

    GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void entriesOfEachTypeAreDeletedAtTheirMaximumAge() {
        gateway.get(PERSON);
        gateway.get(UNKNOWN_PERSON);
        gateway.get(LIST);
        gateway.get("/api/v1/orders/64a0c3f0000b000000000001");
        gateway.get("/api/v1/users");
        age(Duration.ofMinutes(59));
        cleanup.run();
        assertThat(rows("cached_documents")).isEqualTo(2);
        assertThat(rows("cached_people")).isGreaterThan(2);

        age(Duration.ofMinutes(2));
        cleanup.run();
        assertThat(rows("cached_documents")).as("no lists").isEqualTo(1);

        age(Duration.ofHours(24));
        cleanup.run();
        assertThat(rows("cached_people")).isZero();
        assertThat(rows("cached_orders")).isZero();
        assertThat(rows("cached_documents")).isEqualTo(1);
        assertThat(rows("cached_tags")).isEqualTo(1);

        age(Duration.ofDays(6).plusHours(1));
        cleanup.run();
        assertThat(rows("cached_documents")).isZero();
        assertThat(rows("cached_tags")).isZero();
    }

    @Test
    void personOfALaterListKeepsItsRowWithoutTheDocument() {
        gateway.get(PERSON);
        age(Duration.ofHours(25));
        gateway.get(LIST);

        cleanup.run();

        assertThat(database.sql(
                                "select document is null and fetched_at is null and list_row is not null from cached_people where id = ?")
                        .param(ANNA)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(gateway.get(PERSON + "?view=summary").cacheStatus()).isEqualTo("hit");
    }

    @Test
    void moreThanOneBatchIsDeleted() {
        database.sql("""
                        insert into cached_documents (id, kind, fetched_at, generation)
                        select 'expired ' || n, 'PEOPLE_LIST', now() - interval '2 hours', 0 from generate_series(1, 10001) n""").update();

        cleanup.run();

        assertThat(rows("cached_documents")).isZero();
    }

    @Test
    void oldRowsAfterABatchOfCurrentOnesAreDeleted() {
        database.sql("""
                        insert into cached_orders (id, document, fetched_at, last_seen_at)
                        select lpad(n::text, 24, '0'), '{}', now() - age, now() - age
                        from generate_series(1, 2500) n, lateral (select n % 1250 / 1200 * interval '2 days' as age) ages""").update();

        cleanup.run();

        assertThat(rows("cached_orders")).isEqualTo(2400);
    }

    @Test
    void failureForOneTypeKeepsGenerationsButNotTheEntriesOfOtherTypes() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.get(PERSON);
        gateway.get("/api/v1/orders/64a0c3f0000b000000000001");
        insertLoads();
        age(Duration.ofDays(9));
        database.sql("""
                        create function fail_to_delete() returns trigger language plpgsql as 'begin raise query_canceled; end'""").update();
        database.sql(
                        "create trigger fail_to_delete before delete on cached_people for each row execute function fail_to_delete()")
                .update();

        try {
            cleanup.run();
        } finally {
            database.sql("drop function fail_to_delete() cascade").update();
        }

        assertThat(rows("cached_people")).isPositive();
        assertThat(rows("cached_orders")).isZero();
        assertThat(rows("cache_loads")).isOne();
        assertThat(generations()).isOne();
    }

    @Test
    void expiredLeasesAreDeleted() {
        insertLoads();

        cleanup.run();

        assertThat(database.sql("select cache_key from cache_loads")
                        .query(String.class)
                        .list())
                .containsExactly("valid");
    }

    @Test
    void generationIsDeletedWhenNoEarlierEntryIsLeft() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        cleanup.run();
        assertThat(generations()).isOne();

        age(Duration.ofDays(8).plusHours(1));
        cleanup.run();

        assertThat(generations()).isZero();
    }

    @Test
    void generationIsKeptWhileAListRowFromBeforeItsChangeIs() {
        gateway.get(LIST);
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        age(Duration.ofDays(9));
        mentionAnna();
        cleanup.run();
        assertThat(generations()).isOne();

        gateway.get(LIST);
        cleanup.run();

        assertThat(generations()).as("the list row is from after the change").isZero();
    }

    @Test
    void entryIsStoredAgainAfterItsGenerationIsDeleted() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.get(PERSON);
        deleteGenerations();

        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void generationIsNeverUsedTwice() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.get(PERSON);
        deleteGenerations();

        gateway.send("PATCH", PERSON, "{\"email\":\"two@example.org\"}");

        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("two@example.org");
    }

    @Test
    void loadFromBeforeTheDeletionOfItsGenerationStoresNothing() {
        gateway.send("PATCH", PERSON, "{\"email\":\"one@example.org\"}");
        gateway.injectFault("hang-after-apply=1000", 1, "/people");
        var load = CompletableFuture.supplyAsync(() -> gateway.get(PERSON));
        await().until(() -> gateway.calls("/people").stream().anyMatch(call -> call.startsWith("GET")));
        deleteGenerations();

        assertThat(load.join().cacheStatus()).isEqualTo("fwd=miss");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
    }

    private void insertLoads() {
        database.sql("""
                        insert into cache_loads (cache_key, lease_id, generation, started_at, expires_at) values
                            ('expired', gen_random_uuid(), 0, now(), now() - interval '1 second'),
                            ('valid', gen_random_uuid(), 0, now(), now() + interval '1 minute')""").update();
    }

    private void mentionAnna() {
        var mentioned = database.sql(
                        "update cached_people set last_seen_at = now() where id = ? and list_row is not null")
                .param(ANNA)
                .update();
        assertThat(mentioned).isOne();
    }

    private void deleteGenerations() {
        database.sql("update cache_generations set invalidated_at = invalidated_at - interval '30 days'")
                .update();
        cleanup.run();
        assertThat(generations()).isZero();
    }

    private void age(Duration time) {
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

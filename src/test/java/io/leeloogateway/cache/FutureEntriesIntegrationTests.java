package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock that stamped the cache entries was ahead, or was put back since: the age of the entries is unknown. */
@GatewayTest
class FutureEntriesIntegrationTests {

    private static final String UNKNOWN_PERSON = "/people/64a0c3f00001000000009998";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PERSON,
                PERSON + "/orders",
                "/api/v1/people?limit=3",
                "/api/v1/orders/64a0c3f0000b000000000001",
                "/api/v1/channels?limit=3",
                "/api/v1/tags",
                "/api/v1/tunnels/stats"
            })
    void entryFromTheFutureIsLoadedAgain(String path) {
        gateway.get(path);
        CacheAging.age(Duration.ofSeconds(-30), database);

        var reply = gateway.get(path);

        assertThat(reply.cacheStatus()).startsWith("fwd=stale").contains("stored");
        assertThat(reply.age()).isLessThan(5);
        assertThat(gateway.get(path).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void notFoundFromTheFutureIsLoadedAgain() {
        gateway.get("/api/v1" + UNKNOWN_PERSON);
        CacheAging.age(Duration.ofSeconds(-30), database);

        gateway.get("/api/v1" + UNKNOWN_PERSON);

        assertThat(gateway.calls(UNKNOWN_PERSON)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max-age=0           | fwd=stale; stored
            max-age=1000        | fwd=stale; stored
            max-stale           | fwd=stale; stored
            max-stale=1000      | fwd=stale; stored
            no-cache, max-stale | fwd=request; stored
            """)
    void noDirectiveAcceptsAnEntryFromTheFuture(String directives, String status) {
        gateway.get(PERSON);
        CacheAging.age(Duration.ofSeconds(-30), database);

        assertThat(gateway.getWithCacheControl(directives, PERSON).cacheStatus())
                .isEqualTo(status);
    }

    @Test
    void onlyIfCachedIsRefused() {
        gateway.get(PERSON);
        CacheAging.age(Duration.ofSeconds(-30), database);

        assertThat(gateway.getWithCacheControl("only-if-cached", PERSON).status())
                .isEqualTo(504);
    }

    @Test
    void entryFromTheFutureIsNotServedOnFailure() {
        gateway.get(PERSON);
        CacheAging.age(Duration.ofSeconds(-30), database);

        assertThat(gateway.get(PERSON, "X-Sandbox-Fault", "html-502").status()).isEqualTo(503);
    }

    @Test
    void listRowFromTheFutureIsNotServed() {
        gateway.get("/api/v1/people?limit=100");
        CacheAging.age(Duration.ofSeconds(-30), database);

        assertThat(gateway.get(PERSON + "?view=summary").cacheStatus()).startsWith("fwd=");
    }

    @Test
    void personFromTheFutureIsLookedUpAtLeeloo() {
        var lookup = "/api/v1/people/lookup?email=anna.kovalenko.1@example.org";
        gateway.get("/api/v1/people?limit=100");
        assertThat(gateway.get(lookup).cacheStatus()).isEqualTo("hit");
        CacheAging.age(Duration.ofSeconds(-30), database);

        assertThat(gateway.get(lookup).cacheStatus()).startsWith("fwd=");
        assertThat(gateway.getWithCacheControl("max-age=0", lookup).cacheStatus())
                .startsWith("fwd=");
    }

    @Test
    void listRowFromTheFutureRefreshesNoPerson() {
        gateway.get(PERSON);
        gateway.get("/api/v1/people?limit=100");
        database.sql("""
                        update cached_people set list_row_fetched_at = clock_timestamp() + interval '30 seconds', email = 'former@example.org',
                            list_row = replace(list_row, 'anna.kovalenko.1@example.org', 'former@example.org')""").update();

        assertThat(gateway.get(PERSON).body()).doesNotContain("former@");
        assertThat(gateway.getWithCacheControl("no-cache", PERSON).body()).doesNotContain("former@");
        assertThat(gateway.get(PERSON).body()).doesNotContain("former@");
        assertThat(database.sql("select email from cached_people where id = ?")
                        .param(GatewayClient.ANNA)
                        .query(String.class)
                        .single())
                .isEqualTo("anna.kovalenko.1@example.org");
    }

    @Test
    void listRowFromTheFutureIsReplaced() {
        gateway.get("/api/v1/people?limit=100");
        CacheAging.age(Duration.ofSeconds(-30), database);
        gateway.get("/api/v1/people?limit=100");

        assertThat(gateway.get(PERSON + "?view=summary").cacheStatus()).isEqualTo("hit");
    }
}

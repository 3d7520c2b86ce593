package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.NoBackoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an answer says of how it was come by, and which answers are kept. */
@GatewayTest
class CacheReadsIntegrationTests {

    private static final String NOBODY = "/api/v1/people/64a0c3f00001000000009998";
    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void aMissIsAskedForAndStored() {
        var answer = gateway.get(PERSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(answer.age()).isZero();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
        assertThat(answer.headers().allValues("Age")).hasSize(1);
    }

    @Test
    void aFreshCopyIsAHit() {
        var first = gateway.get(PERSON);
        grow(30);

        var second = gateway.get(PERSON);

        assertThat(second.cacheStatus()).isEqualTo("hit");
        assertThat(second.age()).isBetween(30, 35);
        assertThat(second.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void anOldCopyIsAskedForAgain() {
        gateway.get(ORDER);
        grow(61);

        var answer = gateway.get(ORDER);

        assertThat(answer.cacheStatus()).isEqualTo("fwd=stale; stored");
        assertThat(answer.age()).isZero();
    }

    @Test
    void noCacheAsks() {
        gateway.get(PERSON);

        assertThat(gateway.getWithCacheControl("no-cache", PERSON).cacheStatus())
                .isEqualTo("fwd=request; stored");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(2);
    }

    @Test
    void maxStaleTakesAnOldCopyWithoutAsking() {
        gateway.get(PERSON);
        grow(70);

        var answer = gateway.getWithCacheControl("max-stale=100", PERSON);

        assertThat(answer.cacheStatus()).matches("hit; ttl=-1[0-5]");
        assertThat(answer.age()).isBetween(70, 75);
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void onlyIfCachedDoesNotAsk() {
        var answer = gateway.getWithCacheControl("only-if-cached", PERSON);

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/not-cached");
        assertNothingOfCopies(answer);
        assertThat(gateway.calls("/")).isEmpty();
    }

    @Test
    void onlyIfCachedIsAnsweredThoughTheTagsAreNotCopied() {
        gateway.get(PERSON);
        database.sql("delete from cached_tags").update();

        var answer = gateway.getWithCacheControl("only-if-cached", PERSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("incomplete").toString()).isEqualTo("[\"tags\"]");
    }

    @Test
    void aMatchSparesTheBodyAndKeepsTheHeaders() {
        var tag = gateway.get(PERSON).header("ETag");

        var answer = gateway.get(PERSON, "If-None-Match", tag);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.cacheStatus()).isEqualTo("hit");
        assertThat(answer.header("Age")).isNotEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=60");
    }

    @Test
    void anotherBodyHasAnotherTag() {
        var tag = gateway.get(PERSON).header("ETag");

        var answer = gateway.get(PERSON + "?expand=orders", "If-None-Match", tag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void noStoreIsNotKept() {
        assertThat(gateway.getWithCacheControl("no-store", PERSON).cacheStatus())
                .isEqualTo("fwd=miss");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
    }

    @Test
    void whatLeelooDoesNotKnowIsNotAskedForAgainForAMinute() {
        assertThat(gateway.get(NOBODY).status()).isEqualTo(404);
        var second = gateway.get(NOBODY);

        assertThat(second.status()).isEqualTo(404);
        assertNothingOfCopies(second);
        assertThat(gateway.calls("/people/")).hasSize(1);

        grow(61);

        assertThat(gateway.get(NOBODY).status()).isEqualTo(404);
        assertThat(gateway.calls("/people/")).hasSize(2);
    }

    @Test
    void whatLeelooDoesNotKnowAnyMoreIsNotGiven() {
        gateway.get(PERSON);
        database.sql(
                        "insert into cached_people (id, document, fetched_at) select ?, document, fetched_at from cached_people where id = ?")
                .params("64a0c3f00001000000009998", ANNA)
                .update();
        assertThat(gateway.get(NOBODY).status()).isEqualTo(200);

        assertThat(gateway.getWithCacheControl("no-cache", NOBODY).status()).isEqualTo(404);
        assertThat(gateway.get(NOBODY).status()).isEqualTo(404);
        grow(61);
        gateway.injectFault("html-502", 10, "/people");
        assertThat(gateway.getWithCacheControl("max-stale", NOBODY).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "html-502, 503, 502",
        "garbage, 502, 200",
        "cut, 503,",
        "throttled, 503, 429",
        "throttled-retry-after, 503, 429",
        "error-401, 503, 401",
        "truncated, 502, 200",
        "wrong-shape, 502, 200",
        "slow-first-byte=5000, 504,"
    })
    void aFailureIsAnsweredByTheOldCopyOrAsAProblem(String fault, int status, @Nullable Integer leeloos) {
        var none = gateway.get(PERSON, "X-Sandbox-Fault", fault, "Request-Timeout", "1");
        assertThat(none.status()).isEqualTo(status);
        assertNothingOfCopies(none);
        assertThat(copies()).isZero();

        gateway.reset();
        NoBackoff.reset(context);
        gateway.getWithCacheControl("no-cache", PERSON);
        grow(3600);
        var stale = gateway.get(PERSON, "X-Sandbox-Fault", fault, "Request-Timeout", "1");

        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.cacheStatus())
                .isEqualTo("fwd=stale" + (leeloos == null ? "" : "; fwd-status=" + leeloos) + "; detail=served-stale");
        assertThat(stale.age()).isBetween(3600, 3610);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-200", "error-400"})
    void aRejectionIsNeitherStoredNorAnsweredByACopy(String fault) {
        gateway.get(PERSON);
        grow(61);

        var answer = gateway.get(PERSON, "X-Sandbox-Fault", fault);

        assertThat(answer.status()).isEqualTo(422);
        assertNothingOfCopies(answer);
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=stale; stored");
    }

    @Test
    void whereNobodyWasAskedNoStatusIsSaid() {
        gateway.get(PERSON);
        grow(61);
        gateway.get(ORDER, "X-Sandbox-Fault", "throttled-retry-after");

        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=stale; detail=served-stale");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=soon", "max-age", "no-cash", ",,;;", "=5", "\"no-cache", "max-stale=-1"})
    void whatIsNotKnownIsIgnored(String wanted) {
        gateway.get(PERSON);

        assertThat(gateway.getWithCacheControl(wanted, PERSON).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void aCopyThatIsTooOldIsNotGiven() {
        gateway.get(PERSON);
        CacheAging.age(Duration.ofHours(25), database);

        assertThat(gateway.get(PERSON, "X-Sandbox-Fault", "html-502").status()).isEqualTo(503);
    }

    @Test
    void anAnswerIsAsOldAsItsOldestPart() {
        gateway.get("/api/v1/tags");
        grow(300);

        var answer = gateway.get(PERSON);

        assertThat(answer.age()).isBetween(300, 305);
        assertThat(answer.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(answer.header("Cache-Control")).matches("private, max-age=3[56]\\d");
    }

    @Test
    void whatIsOursCarriesNothingOfIt() {
        assertNothingOfCopies(gateway.get("/api/v1/me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PERSON + "?expand=friends", ORDER + "?expand=people", PERSON + "?expand=", PERSON + "?fresh=1"})
    void badInputIsNamed(String path) {
        var answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
        assertNothingOfCopies(answer);
    }

    private void grow(int seconds) {
        CacheAging.age(Duration.ofSeconds(seconds), database);
    }

    private long copies() {
        return database.sql("select count(*) from cached_people where document is not null or fetched_at is not null")
                .query(Long.class)
                .single();
    }

    private static void assertNothingOfCopies(GatewayResponse answer) {
        assertThat(answer.headers().map())
                .doesNotContainKeys("age", "Age", "cache-status", "Cache-Status", "etag", "ETag");
        assertThat(answer.header("Cache-Control")).doesNotContain("private, max-age");
    }
}

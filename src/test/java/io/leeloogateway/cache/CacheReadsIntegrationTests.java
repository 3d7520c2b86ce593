package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.EmptyCache;
import io.leeloogateway.fixtures.FullQuota;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
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

/** The caching headers of responses, and which responses are cached. */
@GatewayTest
class CacheReadsIntegrationTests {

    private static final String UNKNOWN_PERSON = "/api/v1/people/64a0c3f00001000000009998";
    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        EmptyCache.clear(context);
    }

    /** The value of before the change is still in memory, and its entry is not valid any more. */
    @ParameterizedTest
    @ValueSource(strings = {PERSON + "?raw=true", "/leeloo/api/v2/people/64a0c3f00001000000000002"})
    void wholeBodyIsReadAfterAChange(String path) {
        gateway.get(PERSON);
        gateway.get(path);
        assertThat(gateway.get(path).status()).isEqualTo(200);

        assertThat(gateway.send("PUT", PERSON + "/tags/64a0c3f00003000000000003", "")
                        .status())
                .isEqualTo(204);

        assertThat(gateway.get(path).status()).isEqualTo(200);
    }

    @Test
    void missIsLoadedAndStored() {
        var reply = gateway.get(PERSON);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(reply.age()).isZero();
        assertThat(reply.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(reply.header("ETag")).matches("\"[^\"]+\"");
        assertThat(reply.headers().allValues("Age")).hasSize(1);
    }

    @Test
    void freshEntryIsAHit() {
        var first = gateway.get(PERSON);
        age(30);

        var second = gateway.get(PERSON);

        assertThat(second.cacheStatus()).isEqualTo("hit");
        assertThat(second.age()).isBetween(30, 35);
        assertThat(second.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void expiredEntryIsLoadedAgain() {
        gateway.get(ORDER);
        age(61);

        var reply = gateway.get(ORDER);

        assertThat(reply.cacheStatus()).isEqualTo("fwd=stale; stored");
        assertThat(reply.age()).isZero();
    }

    @Test
    void noCacheAsksLeeloo() {
        gateway.get(PERSON);

        assertThat(gateway.getWithCacheControl("no-cache", PERSON).cacheStatus())
                .isEqualTo("fwd=request; stored");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(2);
    }

    @Test
    void maxStaleAcceptsAStaleEntry() {
        gateway.get(PERSON);
        age(70);

        var reply = gateway.getWithCacheControl("max-stale=100", PERSON);

        assertThat(reply.cacheStatus()).matches("hit; ttl=-1[0-5]");
        assertThat(reply.age()).isBetween(70, 75);
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void onlyIfCachedDoesNotAskLeeloo() {
        var reply = gateway.getWithCacheControl("only-if-cached", PERSON);

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.json().path("type").asString()).isEqualTo("/problems/not-cached");
        assertNoCacheHeaders(reply);
        assertThat(gateway.calls("/")).isEmpty();
    }

    @Test
    void onlyIfCachedIsServedWithoutTheIdsOfTagsThatAreNotCached() {
        gateway.get(PERSON);
        database.sql("delete from cached_tags").update();

        var reply = gateway.getWithCacheControl("only-if-cached", PERSON);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("incomplete").toString()).isEqualTo("[\"tags\"]");
    }

    @Test
    void matchingETagOmitsTheBodyAndKeepsTheHeaders() {
        var tag = gateway.get(PERSON).header("ETag");

        var reply = gateway.get(PERSON, "If-None-Match", tag);

        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("ETag")).isEqualTo(tag);
        assertThat(reply.cacheStatus()).isEqualTo("hit");
        assertThat(reply.header("Age")).isNotEmpty();
        assertThat(reply.header("Cache-Control")).isEqualTo("private, max-age=60");
    }

    @Test
    void differentBodyHasADifferentETag() {
        var tag = gateway.get(PERSON).header("ETag");

        var reply = gateway.get(PERSON + "?expand=orders", "If-None-Match", tag);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void noStoreIsNotCached() {
        assertThat(gateway.getWithCacheControl("no-store", PERSON).cacheStatus())
                .isEqualTo("fwd=miss");
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=miss; stored");
    }

    @Test
    void notFoundIsCachedForAMinute() {
        assertThat(gateway.get(UNKNOWN_PERSON).status()).isEqualTo(404);
        var second = gateway.get(UNKNOWN_PERSON);

        assertThat(second.status()).isEqualTo(404);
        assertNoCacheHeaders(second);
        assertThat(gateway.calls("/people/")).hasSize(1);

        age(61);

        assertThat(gateway.get(UNKNOWN_PERSON).status()).isEqualTo(404);
        assertThat(gateway.calls("/people/")).hasSize(2);
    }

    @Test
    void notFoundReplacesAnEntry() {
        gateway.get(PERSON);
        database.sql("""
                        insert into cached_people (id, document, fetched_at)
                        select :unknown, convert_to(replace(convert_from(document, 'UTF8'), id, :unknown), 'UTF8'), fetched_at
                        from cached_people where id = :known
                        """)
                .param("unknown", "64a0c3f00001000000009998")
                .param("known", ANNA)
                .update();
        assertThat(gateway.get(UNKNOWN_PERSON).status()).isEqualTo(200);

        assertThat(gateway.getWithCacheControl("no-cache", UNKNOWN_PERSON).status())
                .isEqualTo(404);
        assertThat(gateway.get(UNKNOWN_PERSON).status()).isEqualTo(404);
        age(61);
        gateway.injectFault("html-502", 90, "/people");
        assertThat(gateway.getWithCacheControl("max-stale", UNKNOWN_PERSON).status())
                .isEqualTo(503);
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
    void failureIsAnsweredByAStaleEntryOrAProblem(String fault, int status, @Nullable Integer upstreamStatus) {
        var none = gateway.get(PERSON, "X-Sandbox-Fault", fault, "Request-Timeout", "1");
        assertThat(none.status()).isEqualTo(status);
        assertNoCacheHeaders(none);
        assertThat(entries()).isZero();

        gateway.reset();
        FullQuota.reset(context);
        gateway.getWithCacheControl("no-cache", PERSON);
        age(3600);
        var stale = gateway.get(PERSON, "X-Sandbox-Fault", fault, "Request-Timeout", "1");

        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.cacheStatus())
                .isEqualTo("fwd=stale" + (upstreamStatus == null ? "" : "; fwd-status=" + upstreamStatus)
                        + "; detail=served-stale");
        assertThat(stale.age()).isBetween(3600, 3610);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-200", "error-400"})
    void rejectionIsNeitherCachedNorReplacedByAStaleEntry(String fault) {
        gateway.get(PERSON);
        age(61);

        var reply = gateway.get(PERSON, "X-Sandbox-Fault", fault);

        assertThat(reply.status()).isEqualTo(422);
        assertNoCacheHeaders(reply);
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=stale; stored");
    }

    @Test
    void cacheStatusHasNoForwardStatusIfLeelooWasNotCalled() {
        gateway.get(PERSON);
        age(61);
        gateway.get(ORDER, "X-Sandbox-Fault", "throttled-retry-after");

        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("fwd=stale; detail=served-stale");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=soon", "max-age", "no-cash", ",,;;", "=5", "\"no-cache", "max-stale=-1"})
    void unknownDirectiveIsIgnored(String header) {
        gateway.get(PERSON);

        assertThat(gateway.getWithCacheControl(header, PERSON).cacheStatus()).isEqualTo("hit");
    }

    @Test
    void entryOlderThanTheMaximumAgeIsNotServed() {
        gateway.get(PERSON);
        CacheAging.age(Duration.ofHours(25), database);

        assertThat(gateway.get(PERSON, "X-Sandbox-Fault", "html-502").status()).isEqualTo(503);
    }

    @Test
    void responseIsAsOldAsItsOldestPart() {
        gateway.get("/api/v1/tags");
        age(300);

        var reply = gateway.get(PERSON);

        assertThat(reply.age()).isBetween(300, 305);
        assertThat(reply.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(reply.header("Cache-Control")).matches("private, max-age=3[56]\\d");
    }

    @Test
    void gatewaysOwnDataHasNoCacheHeaders() {
        assertNoCacheHeaders(gateway.get("/api/v1/me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PERSON + "?expand=friends", ORDER + "?expand=people", PERSON + "?expand=", PERSON + "?fresh=1"})
    void invalidParameterIsNamed(String path) {
        var reply = gateway.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").size()).isEqualTo(1);
        assertNoCacheHeaders(reply);
    }

    private void age(int seconds) {
        CacheAging.age(Duration.ofSeconds(seconds), database);
    }

    private long entries() {
        return database.sql("select count(*) from cached_people where document is not null or fetched_at is not null")
                .query(Long.class)
                .single();
    }

    private static void assertNoCacheHeaders(GatewayResponse reply) {
        assertThat(reply.headers().map())
                .doesNotContainKeys("age", "Age", "cache-status", "Cache-Status", "etag", "ETag");
        assertThat(reply.header("Cache-Control")).doesNotContain("private, max-age");
    }
}

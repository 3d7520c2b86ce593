package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
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
import tools.jackson.databind.JsonNode;

/** The ids of the tags of people come from a list of tags of its own freshness. */
@GatewayTest
class TagIdResolverIntegrationTests {

    private static final String LIST = "/api/v1/people?tag=vip&limit=1";
    private static final String VIP = "64a0c3f00003000000000001";

    @Autowired
    private JdbcClient database;

    private GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            no-cache           | /api/v1/people/64a0c3f00001000000000002
            no-cache           | /api/v1/people/64a0c3f00001000000000002?view=summary
            no-cache           | /api/v1/people/64a0c3f00001000000000002?view=best-effort&expand=orders,operators
            no-cache           | /api/v1/channels/64a0c3f00001000000000003/person
            no-cache           | /api/v1/people?tag=vip&limit=1
            max-age=0          | /api/v1/people/64a0c3f00001000000000002
            max-age=0          | /api/v1/people?tag=vip&limit=1
            no-cache, no-store | /api/v1/people/64a0c3f00001000000000002
            no-cache, max-stale | /api/v1/people/64a0c3f00001000000000002
            """)
    void directivesDoNotApplyToTheListOfTags(String cacheControl, String path) {
        gateway.get("/api/v1/tags");
        CacheAging.age(Duration.ofMinutes(5), database);
        var before = gateway.calls("").size();

        var response = gateway.getWithCacheControl(cacheControl, path);

        assertThat(response.age()).isLessThan(60);
        assertThat(firstTag(response).path("id").asString()).isEqualTo(VIP);
        assertThat(gateway.calls("")).hasSize(before + 1);
        assertThat(leelooCalls(response)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "no-store", "max-age=0", "max-stale"})
    void listOfTagsIsCachedWhateverTheDirectives(String cacheControl) {
        gateway.getWithCacheControl(cacheControl, PERSON);
        gateway.getWithCacheControl(cacheControl, PERSON);

        assertThat(gateway.calls("/tags")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-cache", "max-age=0", "max-stale"})
    void hangingListOfTagsDoesNotHoldThePersonBack(String cacheControl) {
        gateway.injectFault("slow-first-byte=5000", 100, "/tags");
        var started = System.nanoTime();

        var response = gateway.getWithCacheControl(cacheControl, PERSON);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertThat(response.status()).isEqualTo(200);
        assertThat(firstTag(response).path("name").asString()).isEqualTo("vip");
        assertThat(response.json().path("incomplete").toString()).isEqualTo("[\"tags\"]");
        gateway.get("/api/v1/tags");
    }

    @ParameterizedTest
    @CsvSource({"slow-first-byte=5000, ''", "slow-first-byte=5000, no-cache", "html-502, ''", "html-502, max-age=0"})
    void staleListOfTagsIsUsedWhenLeelooHangsOrFails(String fault, String cacheControl) {
        gateway.get("/api/v1/tags");
        CacheAging.age(Duration.ofHours(1), database);
        gateway.injectFault(fault, 1, "/tags");
        var started = System.nanoTime();

        var response = gateway.getWithCacheControl(cacheControl, PERSON);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertThat(firstTag(response).path("id").asString()).isEqualTo(VIP);
        assertThat(response.json().has("incomplete")).isFalse();
        gateway.getWithCacheControl("no-cache", "/api/v1/tags");
    }

    @Test
    void staleListOfTagsIsUsedForOnlyIfCached() {
        gateway.get("/api/v1/tags");
        CacheAging.age(Duration.ofHours(1), database);
        gateway.injectFault("html-502", 1, "/tags");
        gateway.get(PERSON);
        var before = gateway.calls("").size();

        var response = gateway.getWithCacheControl("only-if-cached, max-age=60", PERSON);

        assertThat(firstTag(response).path("id").asString()).isEqualTo(VIP);
        assertThat(gateway.calls("")).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {PERSON, LIST})
    void tagsHaveNoIdsWhenTagsAreNotCached(String path) {
        gateway.getWithCacheControl("no-cache", path);
        database.sql("truncate cached_tags").update();

        var response = gateway.getWithCacheControl("only-if-cached", path);

        assertThat(firstTag(response).path("name").asString()).isEqualTo("vip");
        assertThat(firstTag(response).path("id").isNull()).isTrue();
        assertThat(person(response).path("incomplete").toString()).isEqualTo("[\"tags\"]");
    }

    private int leelooCalls(GatewayResponse response) {
        var path = "/api/v1/requests/" + response.header("X-Request-Id");
        var trace = await().until(() -> gateway.get(path), found -> found.json().findValue("leelooCalls") != null);
        return trace.json().findValue("leelooCalls").asInt();
    }

    private static JsonNode person(GatewayResponse response) {
        return response.json().has("items") ? response.json().at("/items/0") : response.json();
    }

    private static JsonNode firstTag(GatewayResponse response) {
        return person(response).at("/tags/0");
    }
}

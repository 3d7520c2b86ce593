package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the parameter view. */
@GatewayTest
class PersonViewModesIntegrationTests {

    private static final String LIST = "/api/v1/people?tag=vip&limit=100";
    private static final String SUMMARY = PERSON + "?view=summary";
    private static final String BEST_EFFORT = PERSON + "?view=best-effort";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void summaryIsServedFromAListWithoutACall() {
        gateway.get(LIST);
        age(30);

        var response = gateway.get(SUMMARY);

        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.age()).isBetween(30, 35);
        assertThat(response.json().path("email").asString()).isEqualTo("anna.kovalenko.1@example.org");
        assertThat(response.json().at("/tags/0/id").asString()).isNotEmpty();
        assertThat(response.json().path("lastMessageAt").asString()).isNotEmpty();
        assertThat(response.json().path("incomplete").toString()).contains("customFields", "orderIds", "gender");
        assertThat(response.json().has("orderIds")).isFalse();
        assertThat(gateway.calls("/people/")).isEmpty();
    }

    @Test
    void summaryIsReadFromLeelooWithoutARecentList() {
        gateway.get(LIST);
        age(1801);

        var response = gateway.get(SUMMARY);

        assertThat(response.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(response.json().has("orderIds")).isFalse();
        assertThat(response.json().path("incomplete").toString()).contains("lastMessageAt");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
        assertThat(gateway.get(SUMMARY).cacheStatus()).isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource({"max-stale=60, 'hit; ttl=-1[0-5]'", "only-if-cached, ''", "no-cache, fwd=request; stored"})
    void summaryFollowsCacheControl(String cacheControl, String status) {
        gateway.get(LIST);
        age(1810);

        var response = gateway.getWithCacheControl(cacheControl, SUMMARY);

        assertThat(response.status()).isEqualTo(status.isEmpty() ? 504 : 200);
        assertThat(response.cacheStatus()).matches(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {SUMMARY, BEST_EFFORT})
    void listRowIsServedWhenLeelooIsDown(String path) {
        gateway.get(LIST);
        age(3600);
        gateway.injectFault("html-502", 90, "/people");

        var response = gateway.get(path);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.cacheStatus()).isEqualTo("fwd=miss; fwd-status=502; detail=served-row");
        assertThat(response.age()).isBetween(3600, 3605);
        assertThat(gateway.getWithCacheControl("max-age=600", path).status()).isEqualTo(503);
        assertThat(gateway.getWithCacheControl("no-cache", path).status()).isEqualTo(503);
        assertThat(gateway.getWithCacheControl("no-cache, max-stale", path).cacheStatus())
                .startsWith("fwd=request")
                .endsWith("detail=served-row");
        age(86_400);
        assertThat(gateway.get(path).status()).isEqualTo(503);
    }

    /** The person is another one, because a call that hangs outlives the test. */
    @ParameterizedTest
    @CsvSource({"1, summary, ''", "2, best-effort, ''", "3, best-effort, &raw=true", "4, best-effort, &expand=orders"})
    void listRowIsServedSoonWhileACallHangs(int row, String view, String more) {
        var id = gateway.get(LIST).json().path("items").path(row).path("id").asString();
        age(3600);
        gateway.injectFault("slow-first-byte=7000", 5, "/people/" + id);
        var path = "/api/v1/people/" + id + "?view=" + view + (more == null ? "" : more);
        var started = System.nanoTime();

        var first = gateway.get(path);
        var second = gateway.get(path);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
        for (var response : List.of(first, second)) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.cacheStatus()).contains("detail=served-row");
            assertThat(response.age()).isBetween(3600, 3620);
        }
    }

    @Test
    void bestEffortIsTheWholePersonWhenItIsAvailable() {
        gateway.get(LIST);

        var response = gateway.get(BEST_EFFORT + "&expand=orders");

        assertThat(response.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(response.json().path("orders").size()).isEqualTo(2);
        assertThat(response.json().has("incomplete")).isFalse();
    }

    @Test
    void bestEffortListsTheMissingParts() {
        gateway.get(LIST);
        gateway.injectFault("html-502", 90, "/people");

        var response =
                gateway.get(BEST_EFFORT + "&expand=orders,operators&raw=true").json();

        assertThat(response.path("name").asString()).isEqualTo("Anna Kovalenko");
        assertThat(response.path("incomplete").toString())
                .contains("\"orders\"", "\"operators\"", "\"raw\"", "\"locale\"");
    }

    @Test
    void stalePersonIsPreferredToAListRow() {
        gateway.get(PERSON);
        age(3600);
        gateway.get(LIST);
        gateway.injectFault("html-502", 90, "/people");

        var response = gateway.get(BEST_EFFORT);

        assertThat(response.cacheStatus()).isEqualTo("fwd=stale; fwd-status=502; detail=served-stale");
        assertThat(response.json().path("orderIds").size()).isEqualTo(2);
    }

    @Test
    void bestEffortIsTheListRowForOnlyIfCached() {
        gateway.get(LIST);

        assertThat(gateway.getWithCacheControl("only-if-cached", BEST_EFFORT).cacheStatus())
                .isEqualTo("hit");
        assertThat(gateway.get(LIST).status()).isEqualTo(200);
        assertThat(gateway.calls("/people/")).isEmpty();
    }

    @Test
    void listFromBeforeAChangeIsNotServed() {
        gateway.get(LIST);
        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\"}");

        assertThat(gateway.getWithCacheControl("only-if-cached", SUMMARY).status())
                .isEqualTo(504);
        assertThat(gateway.get(SUMMARY).json().path("email").asString()).isEqualTo("changed@example.org");
    }

    @Test
    void listFromAClockAheadDoesNotUndoAChange() {
        gateway.get(LIST);
        database.sql("update cached_people set list_row_fetched_at = list_row_fetched_at + interval '5 minutes'")
                .update();
        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\"}");

        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("changed@example.org");
        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("changed@example.org");
        assertThat(database.sql("select email from cached_people where id = ?")
                        .param(ANNA)
                        .query(String.class)
                        .single())
                .isEqualTo("changed@example.org");
    }

    @Test
    void deletedPersonHasNoSummary() {
        gateway.get(LIST);
        var deleted = "/api/v1/people/64a0c3f00001000000009998";
        database.sql("""
                        insert into cached_people (id, list_row, list_row_fetched_at, list_row_generation, list_row_person_generation)
                        select '64a0c3f00001000000009998', list_row, list_row_fetched_at, list_row_generation, 0 from cached_people where id = ?""").param(ANNA).update();
        assertThat(gateway.get(deleted + "?view=summary").status()).isEqualTo(200);

        assertThat(gateway.get(deleted).status()).isEqualTo(404);

        assertThat(gateway.get(deleted + "?view=summary").status()).isEqualTo(404);
        assertThat(gateway.get(deleted + "?view=best-effort").status()).isEqualTo(404);
        assertThat(gateway.calls("/people/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "?view=short, view, 'full, summary, best-effort'",
        "?view=, view, 'full, summary, best-effort'",
        "?view=FULL, view, 'full, summary, best-effort'",
        "?view=summary&expand=orders, expand, view=summary",
        "?view=summary&raw=true, raw, view=summary"
    })
    void invalidParameterIsNamed(String query, String field, String detail) {
        var response = gateway.get(PERSON + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(response.json().at("/errors/0/detail").asString()).contains(detail);
    }

    private void age(int seconds) {
        CacheAging.age(Duration.ofSeconds(seconds), database);
    }
}

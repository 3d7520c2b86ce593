package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayCaller.ANNA;
import static io.leeloogateway.fixtures.GatewayCaller.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayCaller;
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

/** How much of a person is shown, and from where. */
@GatewayTest
class PersonViewModesIntegrationTests {

    private static final String LIST = "/api/v1/people?tag=vip&limit=100";
    private static final String SUMMARY = PERSON + "?view=summary";
    private static final String BEST = PERSON + "?view=best-effort";

    @Autowired
    JdbcClient database;

    GatewayCaller gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayCaller("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void aSummaryIsWhatAListToldWithoutACall() {
        gateway.get(LIST);
        grow(30);

        var answer = gateway.get(SUMMARY);

        assertThat(answer.cacheStatus()).isEqualTo("hit");
        assertThat(answer.age()).isBetween(30, 35);
        assertThat(answer.json().path("email").asString()).isEqualTo("anna.kovalenko.1@example.org");
        assertThat(answer.json().at("/tags/0/id").asString()).isNotEmpty();
        assertThat(answer.json().path("lastMessageAt").asString()).isNotEmpty();
        assertThat(answer.json().path("incomplete").toString()).contains("customFields", "orderIds", "gender");
        assertThat(answer.json().has("orderIds")).isFalse();
        assertThat(gateway.calls("/people/")).isEmpty();
    }

    @Test
    void withoutALateListASummaryIsAskedFor() {
        gateway.get(LIST);
        grow(61);

        var answer = gateway.get(SUMMARY);

        assertThat(answer.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(answer.json().has("orderIds")).isFalse();
        assertThat(answer.json().path("incomplete").toString()).contains("lastMessageAt");
        assertThat(gateway.calls("/people/" + ANNA)).hasSize(1);
        assertThat(gateway.get(SUMMARY).cacheStatus()).isEqualTo("hit");
    }

    @ParameterizedTest
    @CsvSource({"max-stale=60, 'hit; ttl=-1[0-5]'", "only-if-cached, ''", "no-cache, fwd=request; stored"})
    void aSummaryIsAsFreshAsWanted(String wanted, String status) {
        gateway.get(LIST);
        grow(70);

        var answer = gateway.getSaying(wanted, SUMMARY);

        assertThat(answer.status()).isEqualTo(status.isEmpty() ? 504 : 200);
        assertThat(answer.cacheStatus()).matches(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {SUMMARY, BEST})
    void whatAListToldIsBetterThanAFailure(String path) {
        gateway.get(LIST);
        grow(3600);
        gateway.orderFault("html-502", 5, "/people");

        var answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cacheStatus()).isEqualTo("fwd=miss; fwd-status=502; detail=served-row");
        assertThat(answer.age()).isBetween(3600, 3605);
        assertThat(gateway.getSaying("max-age=600", path).status()).isEqualTo(503);
        assertThat(gateway.getSaying("no-cache", path).status()).isEqualTo(503);
        assertThat(gateway.getSaying("no-cache, max-stale", path).cacheStatus())
                .isEqualTo("fwd=request; fwd-status=502; detail=served-row");
        grow(86_400);
        assertThat(gateway.get(path).status()).isEqualTo(503);
    }

    @Test
    void theBestIsThePersonWhereItCanBeHad() {
        gateway.get(LIST);

        var answer = gateway.get(BEST + "&expand=orders");

        assertThat(answer.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(answer.json().path("orders").size()).isEqualTo(2);
        assertThat(answer.json().has("incomplete")).isFalse();
    }

    @Test
    void theBestSaysWhatIsMissing() {
        gateway.get(LIST);
        gateway.orderFault("html-502", 5, "/people");

        var answer = gateway.get(BEST + "&expand=orders,operators&raw=true").json();

        assertThat(answer.path("name").asString()).isEqualTo("Anna Kovalenko");
        assertThat(answer.path("incomplete").toString())
                .contains("\"orders\"", "\"operators\"", "\"raw\"", "\"locale\"");
    }

    @Test
    void anOldPersonIsBetterThanARow() {
        gateway.get(PERSON);
        grow(3600);
        gateway.get(LIST);
        gateway.orderFault("html-502", 5, "/people");

        var answer = gateway.get(BEST);

        assertThat(answer.cacheStatus()).isEqualTo("fwd=stale; fwd-status=502; detail=served-stale");
        assertThat(answer.json().path("orderIds").size()).isEqualTo(2);
    }

    @Test
    void withoutAskingTheBestIsTheRow() {
        gateway.get(LIST);

        assertThat(gateway.getSaying("only-if-cached", BEST).cacheStatus()).isEqualTo("hit");
        assertThat(gateway.get(LIST).status()).isEqualTo(200);
        assertThat(gateway.calls("/people/")).isEmpty();
    }

    @Test
    void aListFromBeforeAChangeTellsNothing() {
        gateway.get(LIST);
        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\"}");

        assertThat(gateway.getSaying("only-if-cached", SUMMARY).status()).isEqualTo(504);
        assertThat(gateway.get(SUMMARY).json().path("email").asString()).isEqualTo("changed@example.org");
    }

    @Test
    void aListFromAClockAheadDoesNotUndoAChange() {
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
    void whomLeelooDoesNotKnowAnyMoreIsNoSummary() {
        gateway.get(LIST);
        var nobody = "/api/v1/people/64a0c3f00001000000009998";
        database.sql("""
                        insert into cached_people (id, list_row, list_row_fetched_at, list_row_generation)
                        select '64a0c3f00001000000009998', list_row, list_row_fetched_at, list_row_generation from cached_people where id = ?""").param(ANNA).update();
        assertThat(gateway.get(nobody + "?view=summary").status()).isEqualTo(200);

        assertThat(gateway.get(nobody).status()).isEqualTo(404);

        assertThat(gateway.get(nobody + "?view=summary").status()).isEqualTo(404);
        assertThat(gateway.get(nobody + "?view=best-effort").status()).isEqualTo(404);
        assertThat(gateway.calls("/people/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "?view=short, view, 'full, summary, best'",
        "?view=, view, 'full, summary, best'",
        "?view=FULL, view, 'full, summary, best'",
        "?view=summary&expand=orders, expand, view=summary",
        "?view=summary&raw=true, raw, view=summary"
    })
    void badInputIsNamed(String query, String field, String detail) {
        var answer = gateway.get(PERSON + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/detail").asString()).contains(detail);
    }

    private void grow(int seconds) {
        CacheAging.by(Duration.ofSeconds(seconds), database);
    }
}

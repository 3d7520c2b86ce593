package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the look-up of people by phone and e-mail over HTTP. */
@GatewayTest
class PeopleLookupIntegrationTests {

    private static final String LOOKUP = "/api/v1/people/lookup?";
    private static final String PHONE = LOOKUP + "phone=%2B12025550101";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    /** Forgets the contact details that other tests have given to people. */
    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        database.sql("delete from cache_generations where scope like 'PEOPLE_LIST contact-%'")
                .update();
    }

    @Test
    void personInTheCacheIsFoundWithoutACall() {
        gateway.get(PERSON);
        var calls = gateway.calls("").size();

        var byPhone = gateway.get(PHONE);
        var byEmail = gateway.get(LOOKUP + "email=Anna.Kovalenko.1@example.org");

        assertThat(ids(byPhone)).isEqualTo(ids(byEmail)).containsExactly(ANNA);
        assertThat(byPhone.cacheStatus()).isEqualTo("hit");
        assertThat(gateway.calls("")).hasSize(calls);
    }

    @Test
    void unknownPersonIsLookedUpAtLeeloo() {
        var response = gateway.get(PHONE);

        assertThat(ids(response)).containsExactly(ANNA);
        assertThat(response.cacheStatus()).startsWith("fwd=");
        assertThat(ids(gateway.get(LOOKUP + "phone=%2B12025550999"))).isEmpty();
    }

    @Test
    void severalPeopleWithTheNumberAreFound() {
        var second = personAtLeeloo("phone", "+12025550101");

        assertThat(ids(gateway.get(PHONE))).containsExactlyInAnyOrder(ANNA, second);
        assertThat(ids(gateway.get(PHONE))).containsExactlyInAnyOrder(ANNA, second);
    }

    /** Somebody who found nobody creates the person. */
    @Test
    void nobodyIsNoAnswerOfTheCache() {
        var lookup = LOOKUP + "phone=%2B12025550763";
        assertThat(ids(gateway.get(lookup))).isEmpty();
        assertThat(ids(gateway.get(lookup))).isEmpty();

        var person = personAtLeeloo("phone", "+12025550763");

        assertThat(ids(gateway.get(lookup))).containsExactly(person);
    }

    @Test
    void nobodyIsNoAnswerWhileLeelooFails() {
        var lookup = LOOKUP + "phone=%2B12025550764";
        assertThat(ids(gateway.get(lookup))).isEmpty();
        gateway.injectFault("html-502", 90, "/people");

        assertThat(gateway.get(lookup).status()).isEqualTo(503);
        assertThat(ids(gateway.getWithCacheControl("max-age=600", lookup))).isEmpty();
    }

    @Test
    void personWhoWasReadSinceIsFound() {
        gateway.getWithCacheControl("max-age=600", PHONE.replace("101", "765"));
        gateway.getWithCacheControl("max-age=600", PHONE.replace("101", "765"));
        var person = personAtLeeloo("phone", "+12025550765");
        gateway.get("/api/v1/people/" + person);

        assertThat(ids(gateway.getWithCacheControl("max-age=600", PHONE.replace("101", "765"))))
                .containsExactly(person);
    }

    @ParameterizedTest
    @CsvSource({"no-cache, true", "max-age=0, true", "max-age=600, false", "only-if-cached, false"})
    void cacheControlDecidesWhetherLeelooIsAsked(String directive, boolean isAsked) {
        gateway.get(PERSON);
        var calls = gateway.calls("/people").size();

        var response = gateway.getWithCacheControl(directive, PHONE);

        assertThat(ids(response)).containsExactly(ANNA);
        assertThat(gateway.calls("/people")).hasSize(isAsked ? calls + 1 : calls);
    }

    @Test
    void changedPersonIsLookedUpAtLeeloo() {
        gateway.get(PERSON);
        gateway.send("PATCH", PERSON, "{\"phone\":\"+12025550188\"}");

        assertThat(ids(gateway.get(PHONE))).isEmpty();
        assertThat(ids(gateway.get(LOOKUP + "phone=%2B12025550188"))).containsExactly(ANNA);
    }

    /** The cache knows somebody else with the number, and the changed person with its former one. */
    @Test
    void personWhoGotTheNumberSinceIsFound() {
        var first = personAtLeeloo("phone", "+12025550761");
        gateway.get(PERSON);
        assertThat(ids(gateway.get(LOOKUP + "phone=%2B12025550761"))).containsExactly(first);

        gateway.send("PATCH", PERSON, "{\"phone\":\"+12025550761\"}");

        assertThat(ids(gateway.get(LOOKUP + "phone=%2B12025550761"))).containsExactlyInAnyOrder(first, ANNA);
    }

    @ParameterizedTest
    @CsvSource({"phone, +12025550762, %2B12025550762", "email, two@example.org, two@example.org"})
    void personWhoWasCreatedSinceIsFound(String field, String value, String encoded) {
        var lookup = LOOKUP + field + "=" + encoded;
        var first = personAtLeeloo(field, value);
        assertThat(ids(gateway.get(lookup))).containsExactly(first);

        var second =
                gateway.send("POST", "/api/v1/people", "{\"name\":\"Eva Two\",\"%s\":\"%s\"}".formatted(field, value));

        assertThat(ids(gateway.get(lookup)))
                .containsExactlyInAnyOrder(first, second.json().path("id").asString());
    }

    /** Leeloo compares exactly, and the gateway in any case of letters. */
    @Test
    void personWithAnotherSpellingIsFoundAfterAChange() {
        gateway.send("PATCH", PERSON, "{\"email\":\"Anna.Three@Example.org\"}");
        gateway.get(PERSON);

        assertThat(ids(gateway.get(LOOKUP + "email=anna.three@example.org"))).containsExactly(ANNA);
    }

    @Test
    void importedPersonIsLookedUpAtLeeloo() {
        var first = personAtLeeloo("phone", "+12025550763");
        assertThat(ids(gateway.get(LOOKUP + "phone=%2B12025550763"))).containsExactly(first);
        var imported = gateway.send("POST", "/api/v1/people/sms-imports", """
                {"people":[{"name":"Imported Test","email":"i@example.org","phone":"+12025550763"}],"connectionId":"64a0c3f00004000000000005"}""");
        assertThat(imported.status()).isEqualTo(202);

        assertThat(gateway.get(LOOKUP + "phone=%2B12025550763").cacheStatus()).startsWith("fwd=");
    }

    private String personAtLeeloo(String field, String value) {
        return gateway.sendToLeeloo("POST", "/people", "{\"name\":\"Eva One\",\"%s\":\"%s\"}".formatted(field, value))
                .json()
                .at("/data/person_id")
                .asString();
    }

    /** Only the time of the last message is not known any more. */
    @Test
    void personWhoWasSentAMessageIsFoundInTheCache() {
        gateway.get("/api/v1/people");

        gateway.send("POST", "/api/v1/channels/64a0c3f00001000000000003/messages", "{\"text\":\"Hello\"}");

        var response = gateway.get(PHONE);
        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.json().at("/items/0/lastMessageAt").isNull()).isTrue();
        assertThat(response.json().at("/items/0/incomplete/0").asString()).isEqualTo("lastMessageAt");
    }

    @Test
    void failureIsNoEmptyList() {
        gateway.injectFault("html-502", 10, "/people");

        assertThat(gateway.get(PHONE).status()).isGreaterThanOrEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "'', phone",
        "phone=%2B12025550101&email=a@example.org, email",
        "phone=anna, phone",
        "email=anna, email",
        "q=anna, q"
    })
    void badInputIsNamed(String query, String field) {
        var response = gateway.get(LOOKUP + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private static List<String> ids(GatewayResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json()
                .path("items")
                .valueStream()
                .map(person -> person.path("id").asString())
                .toList();
    }
}

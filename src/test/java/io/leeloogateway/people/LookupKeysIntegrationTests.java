package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests look-ups in the cache and relations between people, channels and orders. */
@GatewayTest
class LookupKeysIntegrationTests {

    private static final String CHANNEL = "/api/v1/channels/64a0c3f00001000000000003/person";
    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    RestTestClient http;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void notDefinedIsNullInColumnsAndUnchangedInTheDocument() {
        gateway.get(PERSON, "X-Sandbox-Fault", "not-defined");

        var row = row();
        assertThat(row.get("email")).isNull();
        assertThat(row.get("phone")).isNull();
        assertThat(document(row)).contains("\"email\":\"NOT_DEFINED\"", "\"phone\":\"NOT_DEFINED\"");
    }

    @Test
    void storedDocumentEqualsTheResponseOfLeeloo() {
        gateway.get(PERSON);

        assertThat(document(row()))
                .isEqualTo(gateway.sendToLeeloo("GET", "/people/" + ANNA + "?include=contactedUsers,orders", "")
                        .body());
    }

    @Test
    void phonesAndEmailsAreNormalised() {
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"Anna.Big@Example.ORG\"}");
        gateway.get(PERSON);

        assertThat(row()).containsEntry("phone", "12025550101").containsEntry("email", "anna.big@example.org");
    }

    @Test
    void nameWithNulIsStored() {
        var id = gateway.sendToLeeloo("POST", "/people", "{\"name\":\"An\\u0000na\"}")
                .json()
                .at("/data/person_id")
                .asString();

        assertThat(gateway.get("/api/v1/people/" + id).json().path("name").asString())
                .isEqualTo("An\u0000na");
        assertThat(gateway.get("/api/v1/people/" + id).cacheStatus()).isEqualTo("hit");
        assertThat(gateway.get("/api/v1/people?limit=5").status()).isEqualTo(200);
    }

    @Test
    void responseThatCannotBeStoredIsReturned() {
        var email = new SecureRandom()
                        .ints(3000, 'a', 'z')
                        .mapToObj(Character::toString)
                        .collect(joining()) + "@example.org";
        assertThat(gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"%s\"}".formatted(email))
                        .body())
                .contains("\"status\":1");

        var response = gateway.get(PERSON);

        assertThat(response.json().path("email").asString()).isEqualTo(email);
        assertThat(response.cacheStatus()).isEqualTo("fwd=miss");
    }

    @Test
    void personOfAChannelIsFoundWithoutACall() {
        gateway.get(PERSON);

        var response = gateway.get(CHANNEL);

        assertThat(response.json().path("id").asString()).isEqualTo(ANNA);
        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(gateway.calls("/communication-channels")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Cache-Control, max-age=60", "Cache-Control, only-if-cached", "Cache-Control, max-stale"})
    void cacheEntryOfTheChannelIsServedWhenThePersonIsUnavailable(String header, String value) {
        gateway.get(CHANNEL);
        gateway.injectFault("html-502", 5, "/people");

        var response = gateway.get(CHANNEL, header, value);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("id").asString()).isEqualTo(ANNA);
    }

    @Test
    void cacheEntryOfTheChannelIsServedWhenThePersonHasNone() {
        gateway.get(CHANNEL);

        assertThat(gateway.get(CHANNEL).cacheStatus()).isEqualTo("hit");
        assertThat(gateway.calls("/people/")).isEmpty();
    }

    @Test
    void staleEntryOfTheChannelIsServedWhenLeelooIsDown() {
        gateway.get(CHANNEL);
        CacheAging.age(Duration.ofMinutes(5), database);
        gateway.injectFault("html-502", 5, "/");

        assertThat(gateway.get(CHANNEL).cacheStatus()).endsWith("detail=served-stale");
    }

    @Test
    void tagWithACommaIsNotTwoTags() {
        gateway.get("/api/v1/people?tag=vip&tag=new");

        assertThat(gateway.get("/api/v1/people?tag=vip,%20new").cacheStatus()).startsWith("fwd=miss");
    }

    @Test
    void channelWithAnOutdatedPersonIsReadFromLeeloo() {
        gateway.get(PERSON);
        database.sql("insert into cached_people (id, channel_ids) values ('000000000000000000000001', ?)")
                .param(new String[] {"64a0c3f00002000000000099"})
                .update();

        assertThat(gateway.get("/api/v1/channels/64a0c3f00002000000000099/person")
                        .status())
                .isEqualTo(404);
        assertThat(gateway.calls("/communication-channels")).hasSize(1);
    }

    @Test
    void readOfTheOutdatedPersonIsNotInTheCacheStatus() {
        gateway.get(PERSON);
        database.sql("update cached_people set channel_ids = array['64a0c3f00001000000000005'] where id = ?")
                .param(ANNA)
                .update();

        var response = gateway.get("/api/v1/channels/64a0c3f00001000000000005/person");

        assertThat(response.json().path("id").asString()).isEqualTo("64a0c3f00001000000000004");
        assertThat(response.cacheStatus()).startsWith("fwd=miss");
    }

    @Test
    void orderWithOnlyAnIdIsIncomplete() {
        gateway.get(PERSON);
        database.sql(
                        "update cached_people set document = convert_to(replace(convert_from(document, 'UTF8'), '\"included\"', '\"excluded\"'), 'UTF8')"
                                + ", fetched_at = fetched_at - interval '1 second'")
                .update();

        var order = gateway.get(PERSON + "/orders").json().at("/items/0");

        assertThat(order.path("id").isString()).isTrue();
        assertThat(order.path("title").isNull()).isTrue();
        assertThat(order.path("incomplete").toString()).contains("title", "price", "status");
    }

    @Test
    void ordersOfAPersonAreServedFromThePerson() {
        gateway.get(PERSON);

        var response = gateway.get(PERSON + "/orders");

        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.json().path("items").size()).isEqualTo(2);
        assertThat(response.json().at("/items/0/personId").asString()).isEqualTo(ANNA);
        assertThat(response.json().at("/items/0/title").asString()).isNotEmpty();
    }

    @Test
    void orderOfAnUnknownPersonIsIncomplete() {
        var response = gateway.get(ORDER + "?expand=person").json();

        assertThat(response.path("incomplete").toString()).isEqualTo("[\"person\"]");
        assertThat(response.has("person")).isFalse();
    }

    @Test
    void orderHasItsPersonAfterAListOfOrders() {
        gateway.get("/api/v1/orders?limit=100");

        var response = gateway.get(ORDER + "?expand=person").json();

        assertThat(response.path("personId").asString()).isEqualTo(ANNA);
        assertThat(response.at("/person/name").asString()).isEqualTo("Anna Kovalenko");
        assertThat(response.has("incomplete")).isFalse();
    }

    @Test
    void orderIsIncompleteWhenItsPersonIsUnavailable() {
        gateway.get("/api/v1/orders?limit=100");
        gateway.injectFault("html-502", 5, "/people");

        var response = gateway.get(ORDER + "?expand=person");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("incomplete").toString()).isEqualTo("[\"person\"]");
        assertThat(response.json().path("personId").asString()).isEqualTo(ANNA);
    }

    @Test
    void personIsExpanded() {
        var response = gateway.get(PERSON + "?expand=orders,operators").json();

        assertThat(response.path("orders").size()).isEqualTo(2);
        assertThat(response.path("operators").size()).isEqualTo(2);
        assertThat(response.has("incomplete")).isFalse();
        assertThat(gateway.calls("/people")).hasSize(1);
    }

    @Test
    void personIsIncompleteWhenTagsAreUnavailable() {
        gateway.injectFault("slow-first-byte=5000", 1, "/tags");

        var response = gateway.get(PERSON, "Request-Timeout", "1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("incomplete").toString()).isEqualTo("[\"tags\"]");
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource({
        ORDER + "?expand=person, orders:read, people:read",
        PERSON + "?expand=orders, people:read, orders:read",
        PERSON + "?expand=operators, people:read, users:read"
    })
    void expansionNeedsItsOwnScope(String path, String scope, String missing) {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var without = new GatewayClient(gateway.address(), callers.newKeyWithScopes(scope));
        var with = new GatewayClient(gateway.address(), callers.newKeyWithScopes(scope, missing));

        assertThat(with.get(path).status()).isEqualTo(200);
        assertThat(without.get(path).status()).isEqualTo(403);
        assertThat(without.get(path).body()).contains(missing);
    }

    private Map<String, @Nullable Object> row() {
        return database.sql("select * from cached_people where id = ?")
                .param(ANNA)
                .query()
                .singleRow();
    }

    private static String document(Map<String, @Nullable Object> row) {
        return new String((byte[]) Objects.requireNonNull(row.get("document")), StandardCharsets.UTF_8);
    }
}

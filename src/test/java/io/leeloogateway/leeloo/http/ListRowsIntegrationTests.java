package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.wire.EndpointExample;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests which fields of a cached person a row of a list replaces. */
class ListRowsIntegrationTests extends RawLeelooGateway {

    private static final String PERSON = "/api/v1/people/" + SampleIds.ANNA;
    private static final String LIST = "/api/v1/people?limit=7";
    private static final String LOOKUP = "/api/v1/people/lookup?";
    private static final String SEARCH = "/api/v1/people/search?";
    private static final List<String> FIELDS = List.of("email", "phone", "tags", "channels");

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        database.sql("truncate changes").update();
    }

    @AfterEach
    void recover() {
        LEELOO.recover();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NOT_DEFINED\"", "null", "\"\""})
    void removedContactsOfAPersonAreForgotten(String none) {
        readRow("\"email\":\"anna@example.org\",\"phone\":\"+12025550143\",\"tags\":[\"vip\"],\"accounts\":[]");
        assertThat(ids(LOOKUP + "phone=%2B12025550143")).containsExactly(SampleIds.ANNA);
        assertThat(ids(SEARCH + "q=12025550143")).containsExactly(SampleIds.ANNA);

        readRow("\"email\":%1$s,\"phone\":%1$s,\"tags\":[\"vip\"],\"accounts\":[]".formatted(none));

        assertThat(ids(LOOKUP + "phone=%2B12025550143")).isEmpty();
        assertThat(ids(LOOKUP + "email=anna@example.org")).isEmpty();
        assertThat(ids(SEARCH + "q=12025550143")).isEmpty();
        assertThat(ids(SEARCH + "email=anna@example.org")).isEmpty();
        assertThat(ids(SEARCH + "tagsAny=vip")).containsExactly(SampleIds.ANNA);
        await().untilAsserted(() -> assertThat(changedFields()).isEqualTo("[[],[\"email\",\"phone\"]]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"tags\":null,\"accounts\":null"})
    void rowErasesNothingOfWhichItStatesNothing(String fields) {
        var before = readPerson();

        var row = readRow("\"name\":\"Anna Sample\"" + fields);

        assertThat(texts(row.path("incomplete"))).isEqualTo(FIELDS);
        assertThat(texts(gateway.get(PERSON + "?view=summary").json().path("incomplete")))
                .containsAll(FIELDS);
        var after = gateway.get(PERSON);
        assertThat(after.cacheStatus()).isEqualTo("hit");
        assertThat(withoutIncomplete(after.json())).isEqualTo(withoutIncomplete(before));
        for (var found : List.of(
                LOOKUP + "phone=%2B12025550143", SEARCH + "tagsAny=vip", SEARCH + "q=12025550143&platform=TELEGRAM")) {
            var person = gateway.get(found).json().at("/items/0");
            assertThat(person.path("incomplete").toString()).as(found).isIn("", "[\"lastMessageAt\"]");
            FIELDS.forEach(
                    field -> assertThat(person.path(field)).as(found + field).isEqualTo(before.path(field)));
        }
        await().untilAsserted(() -> assertThat(changedFields()).isEqualTo("[[]]"));
    }

    @Test
    void personKnownFromRowsKeepsWhatALaterRowDoesNotState() {
        readRow(
                "\"phone\":\"+12025550143\",\"tags\":[\"vip\"],\"accounts\":[{\"account_id\":\"64a0\",\"from\":\"TELEGRAM\"}]");

        readRow("\"name\":\"Anna\"");

        var found = gateway.get(SEARCH + "tagsAny=vip&platform=TELEGRAM&phone=%2B12025550143")
                .json();
        assertThat(found.at("/items/0/id").asString()).isEqualTo(SampleIds.ANNA);
        assertThat(texts(found.at("/items/0/incomplete"))).isEqualTo(FIELDS);
    }

    @Test
    void emptyListsOfARowAreStated() {
        readPerson();

        readRow("\"tags\":[],\"accounts\":[]");

        var person = gateway.get(PERSON).json();
        assertThat(person.path("tags").isEmpty()).isTrue();
        assertThat(person.path("channels").isEmpty()).isTrue();
        assertThat(ids(SEARCH + "tagsAny=vip")).isEmpty();
        await().untilAsserted(() -> assertThat(changedFields()).isEqualTo("[[],[\"tags\",\"channels\"]]"));
    }

    /** Whether the ids of the tags are known depends on the scripted response to the list of tags. */
    private static JsonNode withoutIncomplete(JsonNode person) {
        return ((ObjectNode) person).without("incomplete");
    }

    private JsonNode readPerson() {
        LEELOO.behave(RawResponseMode.respond(200, EndpointExample.sample("18-find-person")));
        return gateway.getWithCacheControl("no-cache", PERSON).json();
    }

    private JsonNode readRow(String fields) {
        LEELOO.behave(RawResponseMode.respond(
                200, "{\"status\":1,\"data\":[{\"id\":\"%s\",%s}]}".formatted(SampleIds.ANNA, fields)));
        var response = gateway.getWithCacheControl("no-cache", LIST);
        assertThat(response.status()).isEqualTo(200);
        return response.json().at("/items/0");
    }

    private List<String> ids(String path) {
        var response = gateway.get(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private String changedFields() {
        return gateway.get("/api/v1/changes")
                .json()
                .path("items")
                .findValues("fields")
                .toString()
                .replace(" ", "");
    }

    private static List<String> texts(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asString).toList();
    }
}

package io.leeloogateway.changes;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What callers see of the changes at Leeloo. */
@GatewayTest
class ChangesIntegrationTests {

    private static final String CHANGES = "/api/v1/changes";
    private static final String FORMER = "64a0c3f000010000000fffff";
    private static final String ORDER = "64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    RestTestClient http;

    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        database.sql("truncate changes").update();
    }

    @Test
    void changesOfAPersonAreSeenOnceAndInOrder() {
        read(PERSON);
        read(PERSON);
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        read(PERSON);
        gateway.sendToLeeloo("PUT", "/people/" + ANNA + "/add-tag", "{\"tag_id\":\"64a0c3f00003000000000003\"}");
        gateway.sendToLeeloo(
                "PUT",
                "/people/" + ANNA,
                "{\"custom_fields\":[{\"type\":\"TEXT\",\"name\":\"city\",\"value\":\"Lviv\"}]}");
        read(PERSON);
        read(PERSON);

        assertThat(awaitChanges(3)).containsExactly("created []", "updated [email]", "updated [tags, customFields]");
    }

    @Test
    void rowOfAListIsAChangeOnlyIfItDiffers() {
        read(PERSON);
        read("/api/v1/people?tag=vip&limit=1");
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"phone\":\"+12025550188\"}");
        read("/api/v1/people?tag=vip&limit=1");
        read(PERSON);

        assertThat(awaitChanges(2)).containsExactly("created []", "updated [phone]");
    }

    @Test
    void personUnknownToLeelooIsGone() {
        read(PERSON);
        database.sql("""
                        insert into cached_people (id, document, fetched_at, name)
                        select ?, document, fetched_at - interval '1 hour', name from cached_people where id = ?""").params(FORMER, ANNA).update();

        assertThat(gateway.getWithCacheControl("no-cache", "/api/v1/people/" + FORMER)
                        .status())
                .isEqualTo(404);

        await().until(() -> changesOf(FORMER).equals(List.of("created []", "gone []")));
    }

    @Test
    void changesOfAnOrderAreSeen() {
        read("/api/v1/orders/" + ORDER);
        database.sql(
                        "update cached_orders set status = 'before', fetched_at = fetched_at - interval '1 hour' where id = ?")
                .param(ORDER)
                .update();
        read("/api/v1/orders/" + ORDER);

        await().until(() -> changesOf(ORDER).equals(List.of("created []", "updated [status]", "updated [status]")));
    }

    @Test
    void changeOfAResponseThatCannotBeComparedHasNoFields() {
        store("{\"data\":{\"locale\":\"\\u0000\"}}");
        store("{\"data\":{\"locale\":\"uk\"}}");

        await().until(() -> changesOf(FORMER).equals(List.of("created []", "updated []")));
    }

    /** PostgreSQL would need a second to read the largest ones. */
    @Test
    void changeOfALargeResponseHasNoFields() {
        var padding = " ".repeat(70_000);
        store("{\"data\":{\"locale\":\"uk\"}}" + padding);
        store("{\"data\":{\"locale\":\"en\"}}" + padding);
        clear();
        store("{\"data\":{\"locale\":\"en\"}}" + padding);

        await().until(() -> changesOf(FORMER).equals(List.of("created []", "updated []")));
    }

    @Test
    void changeOfAFieldThatListsLackIsSeenAfterTheResponseIsCleared() {
        store("{\"data\":{\"locale\":\"uk\",\"price\":1}}");
        clear();
        store("{\"data\":{\"locale\":\"uk\",\"price\":2}}");
        clear();
        store("{\"data\":{\"locale\":\"en\"}}");
        clear();
        store("{\"data\":{\"locale\":\"\\u0000\"}}");
        clear();
        store("{\"data\":{\"locale\":\"\\u0000\"}}");

        await().until(() -> changesOf(FORMER).equals(List.of("created []", "updated []", "updated []")));
    }

    @Test
    void responseFromBeforeTheUpgradeIsHashedWhenItIsCleared() {
        store("{\"data\":{\"locale\":\"uk\"}}");
        database.sql("update cached_people set details_hash = null where id = ?")
                .param(FORMER)
                .update();
        clear();
        store("{\"data\":{\"locale\":\"en\"}}");

        await().until(() -> changesOf(FORMER).equals(List.of("created []", "updated []")));
    }

    @Test
    void changeOfADescriptionIsSeenAfterTheResponseOfTheOrderIsCleared() {
        read("/api/v1/orders/" + ORDER);
        database.sql("""
                        update cached_orders set list_row = '{}', list_row_fetched_at = now(), fetched_at = null, document = null
                        where id = ?""").param(ORDER).update();
        database.sql("""
                        update cached_orders set document = '{"data":{"description":"another"}}', fetched_at = now() where id = ?""").param(ORDER).update();

        await().until(() -> changesOf(ORDER).equals(List.of("created []", "updated []")));
    }

    @Test
    void erasureDeletesTheChangesOfAPerson() {
        read(PERSON);
        awaitChanges(1);

        gateway.send("DELETE", PERSON + "/personal-data", "");

        assertThat(changesOf(ANNA)).isEmpty();
    }

    @Test
    void emptyPageHasTheCursorToGoOnFrom() {
        read(PERSON);
        awaitChanges(1);
        var end = list("").text("nextCursor");

        var empty = list("?cursor=" + end);
        assertThat(empty.json().path("items").isEmpty()).isTrue();
        assertThat(empty.text("nextCursor")).isEqualTo(end);

        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        read(PERSON);
        await().until(() -> list("?cursor=" + end).json().path("items").size() == 1);
    }

    @Test
    void changeThatIsCommittedLateIsNotSkipped(@Autowired DataSource connections) throws SQLException {
        try (var late = connections.getConnection();
                var early = connections.getConnection()) {
            late.setAutoCommit(false);
            insert(late, "64a0c3f000010000000aaaaa");
            insert(early, "64a0c3f000010000000bbbbb");
            var meanwhile = list("");
            assertThat(meanwhile.json().path("items").isEmpty()).isTrue();
            late.commit();

            await().until(() -> resourceIds(list("?cursor=" + meanwhile.text("nextCursor")))
                    .equals(List.of("64a0c3f000010000000aaaaa", "64a0c3f000010000000bbbbb")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "people:read, '', 200",
        "people:read, ?kinds=person, 200",
        "people:read, ?kinds=order, 403",
        "orders:read, '?kinds=person,order', 403",
        "tags:read, '', 403"
    })
    void scopesDecideWhichKindsAreShown(String scope, String query, int status) {
        read(PERSON);
        read("/api/v1/orders/" + ORDER);
        awaitChanges(2);
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var caller = new GatewayClient(gateway.address(), callers.newKeyWithScopes(scope));

        var response = caller.get(CHANGES + query);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.json().findValuesAsString("kind")).doesNotContain("order");
    }

    @ParameterizedTest
    @CsvSource({
        "?kinds=tag, kinds",
        "?kinds=, kinds",
        "'?kinds=person,', kinds",
        "?cursor=MTc2IGE, cursor",
        "?cursor=, cursor",
        "?cursor=%2B%2B, cursor",
        "?limit=0, limit",
        "?since=1, since"
    })
    void badParameterIsNamed(String query, String field) {
        var response = list(query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void editedCursorIsRefused() {
        var cursor = list("").text("nextCursor");

        var response = list("?cursor=" + (cursor.startsWith("A") ? "B" : "A") + "B" + cursor.substring(2));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors/0/field").asString()).isEqualTo("cursor");
    }

    private static void insert(Connection connection, String id) throws SQLException {
        try (var insertion = connection.prepareStatement(
                "insert into cached_people (id, document, fetched_at) values (?, '{}', clock_timestamp())")) {
            insertion.setString(1, id);
            insertion.executeUpdate();
        }
    }

    private void store(String document) {
        database.sql("""
                        insert into cached_people (id, document, fetched_at, list_row, list_row_fetched_at) values (?, ?, now(), '{}', now())
                        on conflict (id) do update set document = excluded.document, fetched_at = excluded.fetched_at""")
                .params(FORMER, document.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    /** As the clean-up does. */
    private void clear() {
        database.sql("update cached_people set document = null, fetched_at = null, generation = 0 where id = ?")
                .param(FORMER)
                .update();
    }

    private void read(String path) {
        assertThat(gateway.getWithCacheControl("no-cache", path).status()).isEqualTo(200);
    }

    private GatewayResponse list(String query) {
        return gateway.get(CHANGES + query);
    }

    /** Transactions of other tests may delay them. */
    private List<String> awaitChanges(int number) {
        await().until(() -> list("?limit=100").json().path("items").size() >= number);
        return changes(list("?limit=100"));
    }

    private List<String> changesOf(String id) {
        return items(list("?limit=100"))
                .filter(item -> item.path("resourceId").asString().equals(id))
                .map(ChangesIntegrationTests::summary)
                .toList();
    }

    private static List<String> changes(GatewayResponse page) {
        return items(page).map(ChangesIntegrationTests::summary).toList();
    }

    private static Stream<JsonNode> items(GatewayResponse page) {
        return page.json().path("items").valueStream();
    }

    private static String summary(JsonNode item) {
        var fields = item.path("fields").valueStream().map(JsonNode::asString).toList();
        return item.path("change").asString() + " " + fields;
    }

    private static List<String> resourceIds(GatewayResponse page) {
        return page.json().findValuesAsString("resourceId");
    }
}

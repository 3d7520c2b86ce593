package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that a row of a list refreshes the cached person. */
@GatewayTest
class ListRowRefresherIntegrationTests {

    private static final String LIST = "/api/v1/people?tag=vip&limit=100";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void cachedPersonIsRefreshedByALaterList() {
        var before = gateway.get(PERSON).json();
        changeAtLeeloo();

        gateway.get(LIST);

        var after = gateway.get(PERSON);
        assertThat(after.cacheStatus()).isEqualTo("hit");
        assertThat(after.json().path("email").asString()).isEqualTo("row@example.org");
        assertThat(after.json().path("phone").asString()).isEqualTo("+12025550188");
        assertThat(after.json().path("tags").toString()).contains("\"name\":\"webinar\"");
        for (var field :
                List.of("customFields", "orderIds", "subscriptions", "operatorIds", "locale", "profileImage")) {
            assertThat(after.json().path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(before.path("customFields").size()).isPositive();
        assertThat(column("phone")).isEqualTo("12025550188");
    }

    @Test
    void olderListDoesNotOverwriteALaterRead() {
        gateway.get(PERSON);
        var list = delayedList();
        changeAtLeeloo();
        gateway.getWithCacheControl("no-cache", PERSON);
        list.join();

        var response = gateway.get(PERSON);

        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.json().path("email").asString()).isEqualTo("row@example.org");
        assertThat(column("email")).isEqualTo("row@example.org");
    }

    @Test
    void olderReadDoesNotOverwriteALaterList() {
        gateway.injectFault("hang-after-apply=1500", 1, "/people/" + ANNA);
        var person = CompletableFuture.supplyAsync(() -> gateway.get(PERSON));
        await().until(() -> !gateway.calls("/people").isEmpty());
        changeAtLeeloo();
        gateway.get(LIST);
        person.join();

        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("row@example.org");
        assertThat(column("email")).isEqualTo("row@example.org");
    }

    @Test
    void listFromBeforeAChangeRefreshesNothing() {
        var list = delayedList();
        gateway.send("PATCH", PERSON, "{\"email\":\"changed@example.org\"}");
        list.join();

        assertThat(database.sql("select count(*) from cached_people where list_row is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(gateway.get(PERSON).json().path("email").asString()).isEqualTo("changed@example.org");
    }

    @Test
    void contactsThatAreRemovedAtLeelooAreErased() {
        gateway.get(PERSON);

        gateway.get(LIST, "X-Sandbox-Fault", "not-defined");

        var response = gateway.get(PERSON);
        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.json().path("email").isNull()).isTrue();
        assertThat(response.json().path("phone").isNull()).isTrue();
        assertThat(rowsWithContacts()).isZero();
    }

    @Test
    void olderReadDoesNotRestoreRemovedContacts() {
        gateway.injectFault("hang-after-apply=1500", 1, "/people/" + ANNA);
        var person = CompletableFuture.supplyAsync(() -> gateway.get(PERSON));
        await().until(() -> !gateway.calls("/people").isEmpty());
        gateway.get(LIST, "X-Sandbox-Fault", "not-defined");
        person.join();

        assertThat(gateway.get(PERSON).json().path("email").isNull()).isTrue();
        assertThat(rowsWithContacts()).isZero();
        assertThat(database.sql("select cardinality(tags) from cached_people where id = ?")
                        .param(ANNA)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private long rowsWithContacts() {
        return database.sql(
                        "select count(*) from cached_people where id = ? and (email is not null or phone is not null)")
                .param(ANNA)
                .query(Long.class)
                .single();
    }

    private CompletableFuture<GatewayResponse> delayedList() {
        gateway.reset();
        gateway.injectFault("hang-after-apply=1500", 1, "/people");
        var list = CompletableFuture.supplyAsync(() -> gateway.get(LIST));
        await().until(() -> !gateway.calls("/people").isEmpty());
        return list;
    }

    /** Of three bytes each, which cannot be compressed: more than an entry of a B-tree takes. */
    @Test
    void personWithALongEmailIsCached() {
        var email = new Random(1)
                        .ints(985, 0x4e00, 0x9fa0)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "@example.org";
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"%s\"}".formatted(email));

        gateway.get("/api/v1/people?limit=100");
        assertThat(gateway.get(PERSON + "?view=summary").cacheStatus()).isEqualTo("hit");
        gateway.get(PERSON);
        assertThat(gateway.get(PERSON).cacheStatus()).isEqualTo("hit");
    }

    private void changeAtLeeloo() {
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"row@example.org\",\"phone\":\"+12025550188\"}");
        gateway.sendToLeeloo("PUT", "/people/" + ANNA + "/add-tag", "{\"tag_id\":\"64a0c3f00003000000000003\"}");
    }

    private String column(String name) {
        return database.sql("select %s from cached_people where id = ?".formatted(name))
                .param(ANNA)
                .query(String.class)
                .single();
    }
}

package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
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

/** Tests the person of a channel. */
@GatewayTest
class PersonLinkRepositoryIntegrationTests {

    private static final String CHANNEL = "/api/v1/channels/64a0c3f00001000000000003/person";

    private static final String ORDER = "64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
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
        gateway.injectFault("html-502", 90, "/people");

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
        gateway.injectFault("html-502", 90, "/");

        assertThat(gateway.get(CHANNEL).cacheStatus()).endsWith("detail=served-stale");
    }

    /** No caller has read the person without parameters, so nothing else says whose order it is. */
    @ParameterizedTest
    @ValueSource(strings = {"/leeloo/api/v2/people/" + ANNA + "?include=orders", CHANNEL})
    void changeOfAnOrderInvalidatesItsPerson(String path) {
        gateway.get(path);
        gateway.send("PATCH", "/api/v1/orders/" + ORDER, "{\"status\":\"RESOLVED\"}");

        assertThat(gateway.get(path).cacheStatus()).startsWith("fwd=miss");
    }

    /** The person was read before it had the order, which only a list of orders has shown since. */
    @Test
    void changeOfAnOrderInvalidatesThePersonOfItsRow() {
        gateway.get(PERSON);
        gateway.get("/api/v1/orders?limit=100");
        database.sql("update cached_people set order_ids = '{}'").update();

        gateway.send("PATCH", "/api/v1/orders/" + ORDER, "{\"status\":\"RESOLVED\"}");

        assertThat(gateway.get(PERSON).cacheStatus()).startsWith("fwd=miss");
    }

    @Test
    void readInLeeloosWordsAddsAChannelOfThePerson() {
        gateway.get(PERSON);
        database.sql("update cached_people set channel_ids = '{}'").update();
        gateway.get("/leeloo/api/v2/people/" + ANNA);

        var channels = database.sql("select cardinality(channel_ids) from cached_people where id = :id")
                .param("id", ANNA)
                .query(Integer.class)
                .single();

        assertThat(channels).isPositive();
    }

    /** A list of people shows the time of the last message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channels/64a0c3f00001000000000003/subscriptions | {"tunnelId": "64a0c3f00006000000000001", "blockId": "64a0c3f00007000000000001"}
            /orders | {"personId": "64a0c3f00001000000000002", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001", "notifyPerson": true}
            """)
    void changeThatSendsAMessageInvalidatesLists(String path, String body) {
        gateway.get("/api/v1/people?limit=5");
        assertThat(gateway.get("/api/v1/people?limit=5").cacheStatus()).isEqualTo("hit");

        assertThat(gateway.send("POST", "/api/v1" + path, body).status()).isBetween(201, 202);

        assertThat(gateway.get("/api/v1/people?limit=5").cacheStatus()).startsWith("fwd=miss");
    }

    @Test
    void subscriptionInvalidatesThePersonOfItsChannel() {
        var path = "/leeloo/api/v2/people/" + ANNA + "?include=contactedUsers";
        gateway.get(path);
        var response = gateway.send(
                "POST",
                "/api/v1/channels/64a0c3f00001000000000003/subscriptions",
                "{\"tunnelId\":\"64a0c3f00006000000000001\",\"blockId\":\"64a0c3f00007000000000001\"}");

        assertThat(response.status()).isEqualTo(202);
        assertThat(gateway.get(path).cacheStatus()).startsWith("fwd=miss");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /channels/64a0c3f00001000000000003/subscriptions | {"tunnelId": "64a0c3f00006000000000001", "blockId": "64a0c3f00007000000000001"}
            PATCH | /orders/64a0c3f0000b000000000001                 | {"status": "RESOLVED"}
            """)
    void changeInvalidatesStatistics(String method, String path, String body) {
        var statistics = "/api/v1/tunnels/64a0c3f00006000000000001/stats";
        gateway.get(statistics);
        assertThat(gateway.get(statistics).cacheStatus()).isEqualTo("hit");

        gateway.send(method, "/api/v1" + path, body);

        assertThat(gateway.get(statistics).cacheStatus()).startsWith("fwd=miss");
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
}

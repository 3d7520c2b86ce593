package io.leeloogateway.orders;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the orders of a person and the person of an order. */
@GatewayTest
class OrderLinkRepositoryIntegrationTests {

    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    OrderLinkRepository links;

    @Autowired
    LeelooClient leeloo;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
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

    /** The erasure came while a page of the synchronization was read. */
    @Test
    void personWhoWasErasedSinceTheCallIsNotStored() {
        gateway.get(PERSON);
        var fetchedAt = Instant.now();
        var erased = new GatewayClient(gateway.address(), GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .send("DELETE", PERSON + "/personal-data", "");
        assertThat(erased.status()).isEqualTo(204);
        var query = new FindPerson(ANNA);
        var person = new RequestContext("orders", Deadline.after(Duration.ofSeconds(10)))
                .run(() -> leeloo.execute(query).value());

        links.storePersonIds(new EntryStored(query, person, fetchedAt, 0));
        assertThat(countLinks()).isZero();

        links.storePersonIds(new EntryStored(query, person, Instant.now(), 0));
        assertThat(countLinks()).isPositive();
    }

    private int countLinks() {
        return database.sql("select count(*) from cached_orders where person_id = :id")
                .param("id", ANNA)
                .query(Integer.class)
                .single();
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
        gateway.injectFault("html-502", 90, "/people");

        var response = gateway.get(ORDER + "?expand=person");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("incomplete").toString()).isEqualTo("[\"person\"]");
        assertThat(response.json().path("personId").asString()).isEqualTo(ANNA);
    }
}

package io.leeloogateway.orders;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** Tests the search for orders over HTTP. */
@GatewayTest
class OrdersSearchIntegrationTests {

    private static final String SEARCH = "/api/v1/orders/search?";
    private static final String FIRST = "64a0c3f0000b000000000001"; // Beginner course, 100 USD, OPENED
    private static final String SECOND = "64a0c3f0000b000000000002"; // Evening group, 249.5 EUR, RESOLVED

    GatewayClient gateway;

    @BeforeEach
    void readTwoOrders(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        gateway.get("/api/v1/people/" + GatewayClient.ANNA);
        List.of(FIRST, SECOND).forEach(order -> gateway.get("/api/v1/orders/" + order));
    }

    @ParameterizedTest
    @CsvSource({
        "q=beginner, 1",
        "q=COURSE beg, 1",
        "q=begginer, 1",
        "q=nothing, ''",
        "status=RESOLVED, 2",
        "currency=USD, 1",
        "priceFrom=100&priceTo=100.00, 1",
        "priceFrom=100.01, 2",
        "person=64a0c3f00001000000000002, 12",
        "person=64a0c3f00001000000000003, ''",
        "createdFrom=2026-01-13&createdTo=2026-01-13, 12",
        "createdTo=2026-01-12, ''",
        "sort=createdAt, 21",
        "sort=price, 12",
        "sort=-price, 21",
        "'', 12"
    })
    void filtersAndOrderApply(String query, String expected) {
        var response = search(query.replace(" ", "%20"));

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        assertThat(numbers(response)).isEqualTo(expected);
        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.json().path("complete").asBoolean()).isFalse();
        assertThat(response.json().path("asOf").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "priceFrom=-1, priceFrom",
        "priceFrom=cheap, priceFrom",
        "priceFrom=2&priceTo=1&createdFrom=2026-02-01&createdTo=2026-01-01, 'createdTo,priceTo'",
        "person=anna, person",
        "sort=status, sort",
        "cursor=x, cursor",
        "phone=1234567, phone"
    })
    void badInputIsNamed(String query, String fields) {
        var response = search(query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString())
                        .sorted()
                        .collect(joining(",")))
                .isEqualTo(fields);
    }

    @Test
    void pagesFollowEachOther() {
        var first = search("sort=price&limit=1&total=true");
        var second = search("sort=price&limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.json().path("total").asInt()).isEqualTo(2);
        assertThat(numbers(first) + numbers(second)).isEqualTo("12");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
        assertThat(search("sort=-price&limit=1&cursor=" + first.text("nextCursor"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void changedOrderIsShownWithoutWhatMayHaveChanged() {
        gateway.send("PATCH", "/api/v1/orders/" + FIRST, "{\"status\":\"REJECTED\"}");

        var order = search("q=beginner").json().at("/items/0");
        assertThat(order.path("status").isNull()).isTrue();
        assertThat(order.path("incomplete").toString()).isEqualTo("[\"price\",\"currency\",\"status\",\"updatedAt\"]");
        assertThat(numbers(search("status=OPENED"))).isEmpty();
    }

    @Test
    void ordersOfAnErasedPersonAreNotFound() {
        gateway.send("DELETE", "/api/v1/people/" + GatewayClient.ANNA + "/personal-data", "");

        assertThat(numbers(search(""))).isEmpty();
    }

    private GatewayResponse search(String query) {
        return gateway.get(SEARCH + query);
    }

    /** The last digits of the ids. */
    private static String numbers(GatewayResponse response) {
        return response.json()
                .path("items")
                .valueStream()
                .map(order -> order.path("id").asString().substring(23))
                .collect(joining());
    }
}

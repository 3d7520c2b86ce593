package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import io.leeloogateway.sandbox.state.IdKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class OrderEndpointsTests {

    @Autowired
    SandboxClient leeloo;

    private static final String NEW = "{\"paymentCreditsId\":\"" + SeedIds.CREDITS + "\",\"offerId\":\"" + SeedIds.OFFER
            + "\",\"personId\":\"" + SeedIds.ANNA + "\",\"isNotifyAccount\":\"false\"}";

    @Test
    void firstOrderIsOpenedAndManual() {
        var order = leeloo.get("/orders/" + SeedIds.ORDER).path("data");

        assertThat(order.path("status").asString()).isEqualTo("OPENED");
        assertThat(order.path("paymentMethod").asString()).isEqualTo("MANUAL");
        assertThat(order.path("price").isNumber()).isTrue();
        assertThat(order.path("price").asInt()).isEqualTo(100);
    }

    @Test
    void newOrderHasThePriceOfTheOffer() {
        var order = leeloo.post("/orders", NEW).path("data");

        assertThat(order)
                .hasToString("{\"id\":\"64a0c3f0000b0000000000c9\",\"title\":\"Beginner course\",\"price\":100,"
                        + "\"currency\":\"USD\",\"status\":\"OPENED\",\"updatedAt\":\"2026-02-01T10:00:00.000Z\","
                        + "\"createdAt\":\"2026-02-01T10:00:00.000Z\"}");
        assertThat(leeloo.get("/people/" + SeedIds.ANNA).at("/data/links/orders/0/id"))
                .isEqualTo(order.path("id"));
    }

    @Test
    void repeatedCallCreatesASecondOrder() {
        leeloo.post("/orders", NEW);
        leeloo.post("/orders", NEW);

        assertThat(leeloo.get("/orders").at("/meta/totalCount").asInt()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"paymentCreditsId", "offerId", "personId", "managerId"})
    void orderWithUnknownIdIsRejected(String field) {
        var body = NEW.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "")
                .replace("{", "{\"" + field + "\":\"" + SeedIds.UNKNOWN_ID + "\",");

        var error = leeloo.post("/orders", body).path("error");

        assertThat(error).hasToString("{\"code\":\"WRONG_ID\",\"fields\":{\"" + field + "\":\"WRONG_ID\"}}");
    }

    @Test
    void changeReturnsOnlyTheIdAndIsStored() {
        var body =
                "{\"status\":\"RESOLVED\",\"paymentDate\":\"2026-01-13 10:15\",\"currency\":\"EUR\",\"price\":\"99.5\",\"userComments\":\"cash\"}";

        var response = leeloo.post("/orders/" + SeedIds.ORDER, body);

        var order = leeloo.get("/orders/" + SeedIds.ORDER).path("data");
        assertThat(response).hasToString("{\"data\":{\"id\":\"" + SeedIds.ORDER + "\"},\"status\":1}");
        assertThat(order.path("status").asString()).isEqualTo("RESOLVED");
        assertThat(order.path("price")).hasToString("99.5");
        assertThat(order.path("currency").asString()).isEqualTo("EUR");
        assertThat(order.path("updatedAt").asString()).isEqualTo("2026-02-01T10:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status\":\"PAID\"}',status,NOT_ALLOWED_VALUE",
        "'{\"paymentDate\":\"soon\"}',paymentDate,NOT_VALID_DATE",
        "'{\"price\":\"much\"}',price,NOT_VALID_NUMBER"
    })
    void invalidChangesAreRejected(String body, String field, String reason) {
        var response = leeloo.post("/orders/" + SeedIds.ORDER, body);

        assertThat(response.at("/error/fields/" + field).asString()).isEqualTo(reason);
    }

    @Test
    void resolvedOrderCannotBeRejected() {
        leeloo.post("/orders/" + SeedIds.ORDER, "{\"status\":\"RESOLVED\"}");

        var again = leeloo.post("/orders/" + SeedIds.ORDER, "{\"status\":\"RESOLVED\"}");
        var other = leeloo.post("/orders/" + SeedIds.ORDER, "{\"status\":\"REJECTED\"}");

        assertThat(again.path("status").asInt()).isEqualTo(1);
        assertThat(other.at("/error/fields/status").asString()).isEqualTo("NOT_ALLOWED_VALUE");
    }

    @Test
    void onlyManualOrdersCanBeChanged() {
        var response = leeloo.post("/orders/" + IdKind.ORDER.id(2), "{\"status\":\"REJECTED\"}");

        assertThat(response.at("/error/code").asString()).isEqualTo("PERMISSION_DENIED");
    }
}

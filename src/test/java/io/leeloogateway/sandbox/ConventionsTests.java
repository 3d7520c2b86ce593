package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class ConventionsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void missingTokenIsRejectedWithStatus200() {
        var response = leeloo.withoutToken("GET", "/leeloo/api/v2/tags").send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"authToken\":\"REQUIRED\"}}}");
    }

    @Test
    void wrongTokenIsNotValid() {
        var response = leeloo.call("GET", "/tags")
                .header("X-Leeloo-AuthToken", "other")
                .send();

        assertThat(response.body()).contains("\"authToken\":\"NOT_VALID\"");
    }

    @Test
    void surroundingBlanksOfTheTokenAreIgnored() {
        var response = leeloo.withoutToken("GET", "/leeloo/api/v2/tags?authToken=%20sandbox-token%20")
                .send();

        assertThat(SandboxClient.json(response).path("status").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"GET,/nothing", "DELETE,/people", "POST,/tags", "GET,/people/sms/extra", "GET,/tunnels/stats/more/x"})
    void unknownPathsAndMethodsAre404(String method, String path) {
        var response = leeloo.call(method, path).send();

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"status\":0,\"error\":{\"code\":\"NOT_FOUND\",\"fields\":{}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/messages/send-template,account_id template_id",
        "POST,/messages/send-message,account_id text",
        "POST,/communication-channels/64a0c3f00001000000000003/manual-subscribe,tunnel_id tunnel_block_id",
        "POST,/orders,paymentCreditsId offerId personId",
        "POST,/people,name",
        "POST,/people/sms,data connection_id",
        "PUT,/people/64a0c3f00001000000000002/add-comment,comment",
        "PUT,/people/64a0c3f00001000000000002/add-tag,tag_id",
        "PUT,/people/64a0c3f00001000000000002/remove-tag,tag_id",
        "POST,/calls,user_id from to date account_id record_link status duration type"
    })
    void allMissingFieldsAreListed(String method, String path, String fields) {
        var error =
                SandboxClient.json(leeloo.call(method, path).body("{}").send()).path("error");

        assertThat(error.path("code").asString()).isEqualTo("FORMAT_ERROR");
        assertThat(error.path("fields").propertyNames()).containsExactlyInAnyOrder(fields.split(" ", -1));
        assertThat(error.path("fields").values()).allMatch(it -> it.asString().equals("REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource({
        "/people/64a0c3f0ffffffffffffffff,NOT_FOUND",
        "/people/short,WRONG_ID",
        "/people/64a0c3f00001000000000003,NOT_FOUND",
        "/communication-channels/64a0c3f00001000000000002/person,NOT_FOUND",
        "/communication-channels/64a0c3f0ffffffffffffffff/chat-messages,NOT_FOUND",
        "/categories/templates/64a0c3f0ffffffffffffffff,NOT_FOUND",
        "/orders/64a0c3f0ffffffffffffffff,NOT_FOUND",
        "/tunnels/64a0c3f0ffffffffffffffff,NOT_FOUND",
        "/tunnels/64a0c3f0ffffffffffffffff/stats,NOT_FOUND",
        "/users/64a0c3f0ffffffffffffffff,NOT_FOUND"
    })
    void unknownIdsInPathsAreRejected(String path, String code) {
        var response = leeloo.call("GET", path).send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(SandboxClient.json(response).at("/error/code").asString()).isEqualTo(code);
    }

    @Test
    void unknownIdsInBodiesAreWrongIds() {
        var response =
                leeloo.put("/people/" + SeedIds.ANNA + "/add-tag", "{\"tag_id\":\"" + SeedIds.UNKNOWN_ID + "\"}");

        assertThat(response.path("error")).hasToString("{\"code\":\"WRONG_ID\",\"fields\":{\"tag_id\":\"WRONG_ID\"}}");
    }

    @Test
    void brokenJsonIsAFormatError() {
        var response = leeloo.post("/people", "{\"name\":");

        assertThat(response.at("/error/fields/body").asString()).isEqualTo("NOT_VALID_JSON");
    }

    @Test
    void unknownBodyFieldsAreIgnored() {
        var response = leeloo.post("/people", "{\"name\":\"Nina\",\"shoe_size\":38}");

        assertThat(response.path("status").asInt()).isEqualTo(1);
        assertThat(response.path("data").has("shoe_size")).isFalse();
    }
}

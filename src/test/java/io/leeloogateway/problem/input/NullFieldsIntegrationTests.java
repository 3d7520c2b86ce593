package io.leeloogateway.problem.input;

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

/** A null in a change is rejected, because neither Leeloo nor the gateway clears a field; in a new resource it is an absent value. */
@GatewayTest
class NullFieldsIntegrationTests {

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    private GatewayClient gateway;
    private GatewayClient admin;
    private String client;

    @BeforeEach
    void createClient() {
        gateway = new GatewayClient("http://localhost:" + port, demoKey);
        admin = new GatewayClient("http://localhost:" + port, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = admin.send("POST", "/api/v1/clients", """
                {"name":"nulls-%s","owner":"o","purpose":"p","scopes":["tags:read"],"networks":["10.1.0.0/16"]}""".formatted(System.nanoTime()))
                .text("id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PATCH | /people/P                         | {"email":null}                                    | email null
            PATCH | /people/P                         | {"email":null,"phone":"+12025550199"}             | email null
            PATCH | /people/P                         | {"email":null,"phone":null,"customFields":null}   | email null, phone null, customFields null
            PATCH | /people/P                         | {"email":null,"phone":7}                          | email null, phone type
            PATCH | /people/P                         | {"customFields":[null]}                           | customFields[0] required
            PATCH | /people/P                         | {"customFields":[{"type":"T","name":"n","value":null}]} | customFields[0].value required
            PATCH | /people/P                         | null                                              | body required
            PATCH | /people/P                         | []                                                | body type
            PATCH | /people/P                         | [null]                                            | body type
            PATCH | /people/P                         | "x"                                               | body type
            PATCH | /orders/64a0c3f0000b000000000001  | {"status":"RESOLVED","price":null}                | price null
            PATCH | /orders/64a0c3f0000b000000000001  | {"status":"RESOLVED","comment":null,"currency":null,"paymentDate":null} | comment null, currency null, paymentDate null
            PATCH | /orders/64a0c3f0000b000000000001  | {"status":null}                                   | status required
            PATCH | /clients/C                        | {"networks":null}                                 | networks null
            PATCH | /clients/C                        | {"name":null,"owner":null,"purpose":null,"scopes":null,"requestsPerMinute":null,"state":null} | name null, owner null, purpose null, scopes null, requestsPerMinute null, state null
            PATCH | /clients/C                        | {"networks":[null]}                               | networks[0] required
            PATCH | /clients/C                        | null                                              | body required
            PATCH | /clients/C/keys/k                 | {"expiresAt":null}                                | expiresAt null
            PATCH | /operations/o                     | {"outcome":null,"evidence":null}                  | outcome required, evidence required
            POST  | /people                           | {"name":null}                                     | name required
            POST  | /people                           | {"name":"Eva","operatorIds":[null]}               | operatorIds[0] required
            POST  | /people                           | {"name":"Eva","nick":null}                        | nick unknown
            POST  | /people                           | null                                              | body required
            POST  | /people/P/comments                | {"text":null}                                     | text required
            POST  | /people/sms-imports               | {"people":null,"connectionId":null}               | people required, connectionId required
            POST  | /channels/64a0c3f00001000000000003/template-messages | {"templateId":"64a0c3f00009000000000001","variables":{"a":null}} | variables[a] required
            POST  | /clients                          | {"name":"x","owner":"o","purpose":"p","scopes":[null]} | scopes[0] required
            POST  | /clients/C/keys                   | null                                              | body required
            """)
    void nullIsNamed(String method, String path, String body, String errors) {
        var response = (path.matches("/(people|orders|channels).*") ? gateway : admin)
                .send(
                        method,
                        "/api/v1" + path.replace("/P", "/" + GatewayClient.ANNA).replace("/C", "/" + client),
                        body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(errors(response)).containsExactlyInAnyOrder(errors.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /people         | {"name":"Eva","email":null,"phone":null,"leadGenerationToolId":null,"operatorIds":null}
            /orders         | {"personId":"P","offerId":"64a0c3f0000c000000000001","paymentCreditsId":"64a0c3f0000d000000000001","notifyPerson":null,"transactionDate":null}
            /clients/C/keys | {"expiresAt":null}
            """)
    void nullInANewResourceIsAnAbsentValue(String path, String body) {
        var response = (path.startsWith("/clients") ? admin : gateway)
                .send(
                        "POST",
                        "/api/v1" + path.replace("/C", "/" + client),
                        body.replace("\"P\"", '"' + GatewayClient.ANNA + '"'));

        assertThat(response.status()).isEqualTo(201);
    }

    @Test
    void networksOfAClientStayAsTheyAre() {
        admin.send("PATCH", "/api/v1/clients/" + client, "{\"networks\":null}");

        assertThat(admin.get("/api/v1/clients/" + client)
                        .json()
                        .path("networks")
                        .path(0)
                        .asString())
                .isEqualTo("10.1.0.0/16");
    }

    @Test
    void documentAllowsNullInNoChange() {
        var schemas = gateway.get("/v3/api-docs").json().path("components").path("schemas");

        assertThat(schemas.propertyStream()
                        .filter(schema -> schema.getKey().endsWith("ChangeForm"))
                        .map(schema -> schema.getValue().toString()))
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(schema).doesNotContain("\"null\""));
        assertThat(schemas.path("NewPersonForm")
                        .path("properties")
                        .path("email")
                        .toString())
                .contains("\"null\"");
    }

    private static List<String> errors(GatewayResponse response) {
        return response.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}

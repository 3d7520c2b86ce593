package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import io.leeloogateway.sandbox.SeedIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The memory for bodies is limited for each client and for all clients; ordinary changes are served whatever the bodies of others hold. */
@GatewayTest
class BodyBudgetIntegrationTests {

    private static final String LARGE = "{\"connectionId\": \"64a000000000000000000901\"" + " ".repeat(900_000);
    private static final String ORDINARY = "{\"text\": \"Called back\"" + " ".repeat(10_000) + "}";

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    @Autowired
    private BodyBudget budget;

    @Autowired
    private BodyProperties properties;

    private final List<String> others = new ArrayList<>();
    private GatewayClient client;

    @BeforeEach
    void connect() {
        client = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @AfterEach
    void giveBack() {
        others.forEach(other -> budget.giveBack(other, properties.bytesPerClient()));
        await().until(() -> budget.usedBytes() == 0);
    }

    @Test
    void clientWithTooManyLargeBodiesHearsThatItsBodiesAreTooLarge() {
        occupyAs("demo");

        var refused = importPeople();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-bodies");
        assertThat(refused.outcome()).isEqualTo("not_sent");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(comment().status()).isEqualTo(201);
    }

    @Test
    void largeBodiesOfOneClientDoNotCountForAnother() {
        occupyAs("another");

        assertThat(importPeople().problem()).isEqualTo("invalid-request");
    }

    @Test
    void largeBodiesAreRefusedAndOrdinaryOnesServedWhenAllMemoryForBodiesIsUsed() {
        for (var i = 0; i < properties.totalBytes() / properties.bytesPerClient(); i++) {
            occupyAs("client-" + i);
        }

        var refused = importPeople();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("overloaded");
        assertThat(refused.outcome()).isEqualTo("not_sent");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(comment().status()).isEqualTo(201);
    }

    @Test
    void formOfUnknownSizeCountsLikeTheLargestOne() throws IOException {
        var free = properties.bytesPerClient() - 100_000;
        budget.take("demo", free);
        try {
            assertThat(chunkedForm()).startsWith("HTTP/1.1 429");
        } finally {
            budget.giveBack("demo", free);
        }
        assertThat(chunkedForm()).startsWith("HTTP/1.1 200");
    }

    /** Parsed, it needs ten times its bytes. */
    @Test
    void denseBodyCountsItsValues() throws IOException {
        var free = properties.bytesPerClient() - 300_000;
        budget.take("demo", free);
        try {
            assertThat(sent("application/json", "{\"a\":[" + "1234567890123,".repeat(6_000) + "1]}"))
                    .startsWith("HTTP/1.1 429");
            assertThat(sent("application/x-www-form-urlencoded", "aaaaaaaaaaaaaaa[]=1234567890123&".repeat(3_000)))
                    .startsWith("HTTP/1.1 429");
            assertThat(sent("application/json", "{\"comment\":\"" + "long".repeat(20_000) + "\"}"))
                    .startsWith("HTTP/1.1 200");
        } finally {
            budget.giveBack("demo", free);
        }
    }

    private String sent(String type, String body) throws IOException {
        var head = "PUT /leeloo/api/v2/people/" + SeedIds.ANNA + "/add-comment HTTP/1.1\nX-Leeloo-AuthToken: " + key
                + "\nContent-Type: " + type + "\nContent-Length: " + body.length();
        return RawExchange.send(port, head, body);
    }

    private String chunkedForm() throws IOException {
        var form = "--b\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\ncalled\r\n--b--\r\n";
        var head = "PUT /leeloo/api/v2/people/" + SeedIds.ANNA + "/add-comment HTTP/1.1\nX-Leeloo-AuthToken: " + key
                + "\nContent-Type: multipart/form-data; boundary=b\nTransfer-Encoding: chunked";
        return RawExchange.send(port, head, Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n");
    }

    /** A body without people, which is read completely before it is refused. */
    private GatewayResponse importPeople() {
        return client.send("POST", "/api/v1/people/sms-imports", LARGE + "}");
    }

    private GatewayResponse comment() {
        return client.send("POST", GatewayClient.PERSON + "/comments", ORDINARY);
    }

    private void occupyAs(String clientId) {
        budget.take(clientId, properties.bytesPerClient());
        others.add(clientId);
    }
}

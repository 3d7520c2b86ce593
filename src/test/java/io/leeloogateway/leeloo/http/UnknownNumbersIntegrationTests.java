package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.RawResponseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Numbers that Leeloo leaves out. */
class UnknownNumbersIntegrationTests extends RawLeelooGateway {

    private static final String ID = "64a0000000000000000018c1";

    @LocalServerPort
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient gateway;

    @BeforeEach
    void setUp() {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @AfterEach
    void recover() {
        LEELOO.recover();
    }

    @Test
    void unknownStatisticsAreNull() {
        LEELOO.behave(answer("[{\"subscribers\":null,\"totalSale\":\"NOT_DEFINED\",\"shows\":0}]"));

        var row = gateway.getWithCacheControl("no-cache", "/api/v1/tunnels/stats")
                .json()
                .path("items")
                .path(0);

        assertThat(row.path("subscribers").isNull()).isTrue();
        assertThat(row.path("visits").isNull()).isTrue();
        assertThat(row.path("totalSales").isNull()).isTrue();
        assertThat(row.path("shows").asInt(-1)).isZero();
    }

    @Test
    void unknownDurationOfACallIsNull() {
        LEELOO.behave(answer("{\"id\":\"" + ID + "\"}"));

        var call = gateway.send("POST", "/api/v1/calls", """
                {"userId":"@","channelId":"@","from":"1","to":"2","date":"2026-01-13T08:20:37Z","status":"SUCCESS",
                 "duration":1,"type":"INBOUND"}""".replace("@", ID));

        assertThat(call.status()).isEqualTo(201);
        assertThat(call.json().path("duration").isNull()).isTrue();
    }

    private static RawResponseMode answer(String data) {
        return RawResponseMode.respond(200, "{\"status\":1,\"data\":" + data + "}");
    }
}

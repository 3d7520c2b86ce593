package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.RawResponseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists in which Leeloo names the id of a row otherwise. */
class UnreadableRowsIntegrationTests extends RawLeelooGateway {

    private static final String UNREADABLE = "{\"_id\":\"64a0c3f0000100000000e001\",\"name\":\"Other\"}";
    private static final String READABLE = "{\"id\":\"64a0c3f0000100000000e002\",\"name\":\"Anna\"}";

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

    @ParameterizedTest
    @ValueSource(
            strings = {"/people/lookup?phone=%2B12025559901", "/people?limit=61", "/orders?limit=61", "/users?limit=61"
            })
    void listWithoutAReadableRowIsUnreadableAndNotStored(String path) {
        LEELOO.behave(rows(UNREADABLE, UNREADABLE));

        var response = gateway.get("/api/v1" + path);
        var cached = gateway.getWithCacheControl("only-if-cached, max-stale", "/api/v1" + path);

        assertThat(response.status() + " " + response.problem())
                .as(response.body())
                .isEqualTo("502 leeloo-unreadable");
        assertThat(cached.problem()).isEqualTo("not-cached");
    }

    @Test
    void unreadableRowAmongReadableOnesIsLeftOut() {
        LEELOO.behave(rows(UNREADABLE, READABLE));

        var response = gateway.get("/api/v1/users?limit=62");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("items")).hasSize(1);
    }

    private static RawResponseMode rows(String... rows) {
        return RawResponseMode.respond(200, "{\"status\":1,\"data\":[" + String.join(",", rows) + "]}");
    }
}

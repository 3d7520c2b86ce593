package io.leeloogateway.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.leeloo.LeelooEndpoint;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;

/** A client of Leeloo gets the same from the gateway as from Leeloo. */
@GatewayTest
class CompatIntegrationTests {

    private static final String PREFIX = "/leeloo/api/v2";

    /** New ids, times, and the random hash of a traffic source. */
    private static final String CHANGING =
            "\"(id|person_id|call_id|hash|[a-z_]*(created|updated)_?[aA]t|next_check)\":\"[^\"]*\"";

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient(address, demoKey);
        client.reset();
    }

    static Stream<LeelooCall> calls() {
        return LeelooCall.all();
    }

    static Stream<LeelooCall> reads() {
        return LeelooCall.reads();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void responseIsLeeloosOwn(LeelooCall call) {
        var own = client.sendToLeeloo(call.method(), call.path(), call.body());
        client.reset();

        var response = client.send(call.method(), PREFIX + call.path(), call.body());

        assertThat(response.status()).as(response.body()).isEqualTo(own.status());
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(stable(response)).isEqualTo(stable(own));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void secondReadComesFromTheCache(LeelooCall call) {
        var first = client.send("GET", PREFIX + call.path(), "");

        var second = client.send("GET", PREFIX + call.path(), "");

        if (!first.body().contains("\"error\"") && call.endpoint() != LeelooEndpoint.LIST_MESSAGES) {
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("Cache-Status")).contains("hit");
            assertThat(second.header("Age")).matches("[0-9]+");
        }
    }

    @Test
    void everyEndpointIsCalled() {
        assertThat(LeelooCall.all().map(LeelooCall::endpoint)).contains(LeelooEndpoint.values());
    }

    private static String stable(GatewayResponse response) {
        return response.body().replaceAll(CHANGING, "\"$1\":\"*\"");
    }
}

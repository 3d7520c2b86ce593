package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawLeeloo;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway with a Leeloo on bare sockets; its tests share one context. */
@GatewayTest
abstract class RawLeelooGateway {

    static final RawLeeloo LEELOO = new RawLeeloo();

    @DynamicPropertySource
    static void pointTheGatewayToRawLeeloo(DynamicPropertyRegistry settings) {
        settings.add("gateway.leeloo.base-url", LEELOO::url);
        settings.add("gateway.access.demo-requests-per-minute", () -> "100000");
        settings.add("gateway.leeloo.slow-call-duration", () -> "2s");
        settings.add("gateway.sandbox.token", () -> StandaloneClient.TOKEN);
    }
}

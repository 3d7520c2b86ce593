package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.FullQuota;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.quota.QuotaFixtures;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway with a Leeloo on bare sockets; its tests share one context. */
@GatewayTest
abstract class RawLeelooGateway {

    static final RawLeeloo LEELOO = new RawLeeloo();

    /** A class before may have been throttled, and the gateways of all classes share the quota. */
    @BeforeAll
    static void endPauses(@Autowired ApplicationContext gateway) {
        FullQuota.reset(gateway);
        QuotaFixtures.awaitEndOfPauses(gateway);
    }

    @DynamicPropertySource
    static void pointTheGatewayToRawLeeloo(DynamicPropertyRegistry settings) {
        settings.add("gateway.leeloo.base-url", LEELOO::url);
        settings.add("gateway.access.demo-requests-per-minute", () -> "100000");
        settings.add("gateway.leeloo.slow-call-duration", () -> "2s");
        settings.add("gateway.sandbox.token", () -> StandaloneClient.TOKEN);
    }
}

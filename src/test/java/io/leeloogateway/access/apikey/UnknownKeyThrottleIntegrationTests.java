package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.IpAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Look-ups of unknown keys are limited and do not affect valid keys. Each test starts its own instance with unused limits. */
@GatewayTest
class UnknownKeyThrottleIntegrationTests {

    private static final String ME = "/api/v1/me";

    @Autowired
    RestTestClient http;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void lookUpsOfUnknownKeysAreLimitedForAnAddress() {
        try (var fresh = SecondGateway.start()) {
            var freshCallers = fresh.callers();
            var before = fresh.connectionsUsed();

            IntStream.range(0, 300)
                    .parallel()
                    .forEach(_ -> assertThat(freshCallers.status(ME, unknown())).isEqualTo(401));

            var used = fresh.connectionsUsed() - before;
            assertThat(used)
                    .isBetween((long) UnknownKeyThrottle.MAX_PER_ADDRESS, UnknownKeyThrottle.MAX_PER_ADDRESS + 10L);
        }
    }

    @Test
    void validKeyIsAcceptedFromAnAddressOverItsLimit() {
        var known = callers.newKeyWithScopes("people:read");
        try (var fresh = SecondGateway.start()) {
            var freshCallers = fresh.callers();
            IntStream.range(0, UnknownKeyThrottle.MAX_PER_ADDRESS + 5).forEach(_ -> freshCallers.status(ME, unknown()));
            assertThat(fresh.bean(UnknownKeyThrottle.class)
                            .tryAcquire(IpAddress.parse("127.0.0.1").orElseThrow()))
                    .isFalse();

            assertThat(freshCallers.status(ME, known)).isEqualTo(200);
            assertThat(freshCallers.status(ME, freshCallers.newKeyWithScopes("people:read")))
                    .isEqualTo(200);
        }
    }

    @Test
    void unknownKeyIsLookedUpOnce() {
        try (var fresh = SecondGateway.start()) {
            var freshCallers = fresh.callers();
            // Background work takes a connection of the same pools now and then.
            await().untilAsserted(() -> {
                var key = unknown();
                var before = fresh.connectionsUsed();

                IntStream.range(0, 20).forEach(_ -> freshCallers.status(ME, key));

                assertThat(fresh.connectionsUsed() - before).isOne();
            });
        }
    }

    private static String unknown() {
        return ApiKeyFixtures.fresh().token().reveal();
    }
}

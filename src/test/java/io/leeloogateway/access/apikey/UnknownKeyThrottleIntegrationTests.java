package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.Callers;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Keys that nobody knows cost little, and cost others nothing; each test has an instance of its own, with fresh budgets. */
@GatewayTest
class UnknownKeyThrottleIntegrationTests {

    private static final String ME = "/api/v1/me";

    @Autowired
    RestTestClient http;

    Callers here;

    @BeforeEach
    void callAsBootstrap() {
        here = new Callers(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void unknownKeysOfOneAddressAreLookedUpSoOftenAMinuteAndNoMore() {
        try (var fresh = SecondGateway.start()) {
            var there = fresh.callers();
            var before = fresh.connectionsUsed();

            IntStream.range(0, 300)
                    .parallel()
                    .forEach(_ -> assertThat(there.status(ME, unknown())).isEqualTo(401));

            var used = fresh.connectionsUsed() - before;
            assertThat(used)
                    .isBetween((long) UnknownKeyThrottle.MOST_PER_ADDRESS, UnknownKeyThrottle.MOST_PER_ADDRESS + 10L);
        }
    }

    @Test
    void goodKeyIsLetInFromAnAddressThatStrangersUsedUp() {
        var known = here.newClientsKey("people:read");
        try (var fresh = SecondGateway.start()) {
            var there = fresh.callers();
            IntStream.range(0, UnknownKeyThrottle.MOST_PER_ADDRESS + 5).forEach(_ -> there.status(ME, unknown()));
            assertThat(fresh.bean(UnknownKeyThrottle.class).mayAsk("127.0.0.1")).isFalse();

            assertThat(there.status(ME, known)).isEqualTo(200);
            assertThat(there.status(ME, there.newClientsKey("people:read"))).isEqualTo(200);
        }
    }

    @Test
    void sameUnknownKeyIsLookedUpOnce() {
        try (var fresh = SecondGateway.start()) {
            var there = fresh.callers();
            var key = unknown();
            var before = fresh.connectionsUsed();

            IntStream.range(0, 20).forEach(_ -> there.status(ME, key));

            assertThat(fresh.connectionsUsed() - before).isOne();
        }
    }

    private static String unknown() {
        return ApiKeyFixtures.fresh().text().reveal();
    }
}

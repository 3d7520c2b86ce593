package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownKeyThrottleTests {

    private final UnknownKeyThrottle strangers = new UnknownKeyThrottle();

    @Test
    void eachAddressHasItsOwnBudget() {
        useUp("192.0.2.1");

        assertThat(strangers.mayAsk("192.0.2.1")).isFalse();
        assertThat(strangers.mayAsk("192.0.2.2")).isTrue();
    }

    @Test
    void neighboursInOneIpv6NetworkShareABudget() {
        useUp("2001:db8:0:1::1");

        assertThat(strangers.mayAsk("2001:db8:0:1:ffff::2")).isFalse();
        assertThat(strangers.mayAsk("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void knownKeyCostsNothing() {
        IntStream.range(0, 1000).forEach(_ -> {
            assertThat(strangers.mayAsk("192.0.2.1")).isTrue();
            strangers.wasNone("192.0.2.1");
        });
    }

    @Test
    void allAddressesTogetherHaveABudgetToo() {
        var asked = IntStream.range(0, 5000)
                .filter(i -> strangers.mayAsk("10.0." + i / 256 + "." + i % 256))
                .count();

        assertThat(asked).isEqualTo(UnknownKeyThrottle.MOST_OF_ALL);
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 50_000).forEach(i -> {
            strangers.was("key" + i);
            strangers.mayAsk("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256);
        });

        assertThat(strangers.size()).isLessThanOrEqualTo(20_000);
    }

    private void useUp(String address) {
        IntStream.range(0, UnknownKeyThrottle.MOST_PER_ADDRESS)
                .forEach(_ -> assertThat(strangers.mayAsk(address)).isTrue());
    }
}

package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.IpAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownKeyThrottleTests {

    private final UnknownKeyThrottle throttle = new UnknownKeyThrottle();

    @Test
    void eachAddressHasItsOwnLimit() {
        useUp("192.0.2.1");

        assertThat(throttle.tryAcquire(address("192.0.2.1"))).isFalse();
        assertThat(throttle.tryAcquire(address("192.0.2.2"))).isTrue();
    }

    @Test
    void addressesOfAnIpv6NetworkShareALimit() {
        useUp("2001:db8:0:1::1");

        assertThat(throttle.tryAcquire(address("2001:db8:0:1:ffff::2"))).isFalse();
        assertThat(throttle.tryAcquire(address("2001:db8:0:2::1"))).isTrue();
    }

    @Test
    void releasedLookUpIsNotCounted() {
        IntStream.range(0, 1000).forEach(_ -> {
            assertThat(throttle.tryAcquire(address("192.0.2.1"))).isTrue();
            throttle.release(address("192.0.2.1"));
        });
    }

    @Test
    void totalOfAllAddressesIsLimited() {
        var acquired = IntStream.range(0, 5000)
                .filter(i -> throttle.tryAcquire(address("10.0." + i / 256 + "." + i % 256)))
                .count();

        assertThat(acquired).isEqualTo(UnknownKeyThrottle.MAX_TOTAL);
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 50_000).forEach(i -> {
            throttle.recordUnknown("key" + i);
            throttle.tryAcquire(address("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256));
        });

        assertThat(throttle.size()).isLessThanOrEqualTo(20_000);
    }

    private void useUp(String address) {
        IntStream.range(0, UnknownKeyThrottle.MAX_PER_ADDRESS)
                .forEach(_ -> assertThat(throttle.tryAcquire(address(address))).isTrue());
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}

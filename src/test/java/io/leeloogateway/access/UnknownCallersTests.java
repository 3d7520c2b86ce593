package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownCallersTests {

    private static final IpAddress ADDRESS = IpAddress.parse("203.0.113.7").orElseThrow();
    private static final IpAddress OTHER = IpAddress.parse("203.0.113.8").orElseThrow();

    private final UnknownCallers callers = new UnknownCallers();

    @Test
    void requestsOverTheLimitOfAnAddressAreTooMany() {
        assertThat(tooMany(UnknownCallers.MAX_PER_MINUTE)).isZero();
        assertThat(tooMany(5)).isEqualTo(5);

        assertThat(callers.tryCount(OTHER)).isTrue();
    }

    @Test
    void sandboxResetForgetsAll() {
        tooMany(UnknownCallers.MAX_PER_MINUTE);

        callers.clear(new SandboxReset());

        assertThat(callers.tryCount(ADDRESS)).isTrue();
    }

    private long tooMany(int requests) {
        return IntStream.range(0, requests)
                .filter(_ -> !callers.tryCount(ADDRESS))
                .count();
    }
}

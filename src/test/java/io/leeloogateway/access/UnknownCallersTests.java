package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownCallersTests {

    private static final int LIMIT = 600;
    private static final IpAddress ADDRESS = IpAddress.parse("203.0.113.7").orElseThrow();
    private static final IpAddress OTHER = IpAddress.parse("203.0.113.8").orElseThrow();

    private final UnknownCallers callers = new UnknownCallers(LIMIT);

    @Test
    void requestsOverTheLimitOfAnAddressAreTooMany() {
        assertThat(tooMany(LIMIT)).isZero();
        assertThat(tooMany(5)).isEqualTo(5);

        assertThat(callers.tryCount(OTHER)).isTrue();
    }

    @Test
    void sandboxResetForgetsAll() {
        tooMany(LIMIT);

        callers.clear(new SandboxReset());

        assertThat(callers.tryCount(ADDRESS)).isTrue();
    }

    private long tooMany(int requests) {
        return IntStream.range(0, requests)
                .filter(_ -> !callers.tryCount(ADDRESS))
                .count();
    }
}

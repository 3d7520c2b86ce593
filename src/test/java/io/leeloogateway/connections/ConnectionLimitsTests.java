package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ConnectionLimitsTests {

    @ParameterizedTest
    @CsvSource({"32, 128, 512, 64", "192, 512, 2048, 256", "384, 1024, 4096, 512", "16384, 8192, 32768, 4096"})
    void limitsFollowFromTheHeap(int heapMib, int connections, int backlog, int idleProcessors) {
        var limits = ConnectionLimits.of(DataSize.ofMegabytes(heapMib).toBytes());

        assertThat(limits).isEqualTo(new ConnectionLimits(connections, backlog, idleProcessors));
    }
}

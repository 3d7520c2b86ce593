package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ConnectionLimitsTests {

    @ParameterizedTest
    @CsvSource({"32, 128, 16", "192, 512, 64", "384, 1024, 128", "16384, 8192, 1024"})
    void limitsFollowFromTheHeap(int heapMib, int connections, int idleProcessors) {
        var limits = ConnectionLimits.of(DataSize.ofMegabytes(heapMib).toBytes());

        assertThat(limits).isEqualTo(new ConnectionLimits(connections, connections, idleProcessors));
    }
}

package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class ConnectionLimitsTests {

    @ParameterizedTest
    @CsvSource({"32, 128, 512, 64", "192, 512, 2048, 256", "384, 1024, 4096, 512", "16384, 8192, 32768, 4096"})
    void limitsFollowFromTheHeap(int heapMib, int connections, int backlog, int idleProcessors) {
        var limits = ConnectionLimits.of(DataSize.ofMegabytes(heapMib).toBytes());

        assertThat(limits).isEqualTo(new ConnectionLimits(connections, backlog, idleProcessors));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 15})
    void tooFewConnectionsAreRefused(int connections) {
        var settings = new MockEnvironment().withProperty("server.tomcat.max-connections", "" + connections);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionLimits.of(settings))
                .withMessage("server.tomcat.max-connections is %d, it must be at least 16", connections);
    }

    @Test
    void settingsReplaceWhatFollowsFromTheHeap() {
        var settings = new MockEnvironment().withProperty("server.tomcat.max-connections", "16");

        assertThat(ConnectionLimits.of(settings).connections()).isEqualTo(16);
    }

    /** The gateway closes further connections of an address that has its share, and the proxy is one address. */
    @Test
    void proxyOpensNoMoreConnectionsThanOneAddressMayHave() throws IOException {
        var settings = Files.readAllLines(Path.of("deploy/haproxy.cfg")).stream()
                .map(String::strip)
                .toList();
        var bounds = settings.stream()
                .filter(line -> line.startsWith("default-server maxconn"))
                .map(line -> Integer.valueOf(line.replaceAll("\\D", "")))
                .toList();
        var inContainer =
                ConnectionLimits.of(DataSize.ofMegabytes(188).toBytes()).connections();

        assertThat(bounds)
                .hasSameSizeAs(settings.stream()
                        .filter(line -> line.startsWith("server-template"))
                        .toList());
        assertThat(bounds.stream().mapToInt(Integer::intValue).sum()).isLessThan(inContainer - inContainer / 8);
    }
}

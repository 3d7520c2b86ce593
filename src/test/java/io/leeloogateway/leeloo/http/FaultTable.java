package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the gateway answers to the faults of Leeloo, and checks that they leave nothing behind. */
final class FaultTable {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MAX_GROWTH = 48 * MEBIBYTE;

    private long heapBefore;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    synchronized void add(String fault, String request, String answer, Duration time) {
        if (answers.isEmpty()) {
            heapBefore = usedHeap();
        }
        answers.computeIfAbsent(fault, _ -> new ArrayList<>())
                .add("%s: %s in %d ms".formatted(request, answer, time.toMillis()));
    }

    /** Prints the table; fails if a connection is still in use or the heap has grown. */
    void print(String name, MeterRegistry meters) throws IOException {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(activeConnections(meters)).isZero());
        var growth = usedHeap() - heapBefore;
        var lines = new ArrayList<String>();
        answers.forEach((fault, all) -> lines.add("%-34s %s".formatted(fault, String.join("; ", all))));
        lines.add("connections in use: 0, growth of the heap: %d MiB".formatted(growth / MEBIBYTE));
        AcceptanceReport.print(name, lines);
        assertThat(growth).isLessThan(MAX_GROWTH);
    }

    private static double activeConnections(MeterRegistry meters) {
        return meters.find("reactor.netty.connection.provider.active.connections").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

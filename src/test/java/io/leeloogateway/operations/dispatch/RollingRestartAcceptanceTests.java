package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.BusyProcess;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ReadyGateways;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two gateways are replaced one after the other, again and again, beside a process that keeps a core busy. */
@Timeout(3600)
@Tag("acceptance")
class RollingRestartAcceptanceTests {

    private static final int RESTARTS = 20;
    private static final int GATEWAYS = 2;

    private final PostgresProcess postgres = PostgresProcess.start();
    private final ScriptedLeeloo leeloo = new ScriptedLeeloo();
    private final ReadyGateways ready = new ReadyGateways();
    private final ArrayDeque<GatewayProcess> running = new ArrayDeque<>();

    @AfterEach
    void stop() {
        ready.close();
        running.forEach(GatewayProcess::close);
        leeloo.close();
        postgres.close();
    }

    @Test
    void noRequestFails() throws Exception {
        for (var number = 0; number < GATEWAYS; number++) {
            start();
        }
        var caller = GatewayProcessClient.create(running.getFirst());
        try (var _ = BusyProcess.start();
                var load = new MixedLoad(caller, ready::next)) {
            for (var replaced = 0; replaced < RESTARTS * GATEWAYS; replaced++) {
                running.removeFirst().terminate();
                start();
            }
            load.stopSending();
            await().atMost(Duration.ofSeconds(45)).until(load::isCompleted);
            report(load);

            assertThat(load.changes()).allMatch(MixedLoad.Completed::isApplied);
            assertThat(load.reads()).allMatch(MixedLoad.Completed::isApplied);
            assertThat(load.changes()).allMatch(change -> leeloo.appliedFor(change.targetId()) == 1);
        }
    }

    private void start() {
        var gateway = GatewayProcess.start(postgres, leeloo.url(), "--gateway.lifecycle.drain-delay=3s");
        running.addLast(gateway);
        ready.add(gateway);
    }

    private static void report(MixedLoad load) throws IOException {
        AcceptanceReport.print(
                "rolling-restart",
                List.of(
                        "%d rolling restarts of %d gateways".formatted(RESTARTS, GATEWAYS),
                        line("changes", load.changes()),
                        line("reads", load.reads())));
    }

    private static String line(String kind, List<MixedLoad.Completed> requests) {
        var failed = requests.stream().filter(request -> !request.isApplied()).toList();
        var longest = requests.stream()
                .map(MixedLoad.Completed::duration)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var examples = failed.stream().limit(3).toList();
        return "%d %s, %d failed, longest %d ms %s"
                .formatted(requests.size(), kind, failed.size(), longest.toMillis(), examples);
    }
}

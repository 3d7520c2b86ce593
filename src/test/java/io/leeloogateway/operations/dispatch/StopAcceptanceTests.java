package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.HANGS_BEFORE_RESPONDING;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.RESPONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway process after SIGTERM. */
@Timeout(120)
@Tag("acceptance")
class StopAcceptanceTests {

    /** 128 plus the number of the signal: the exit code of a JVM after SIGTERM. */
    private static final int TERMINATED = 143;

    private final PostgresProcess postgres = PostgresProcess.start();
    private final ScriptedLeeloo leeloo = new ScriptedLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
        postgres.close();
    }

    @Test
    void gatewayServesDuringTheDrainDelayThenFinishesChangesThenExits() throws Exception {
        try (var gateway = GatewayProcess.start(postgres, leeloo.url(), "--gateway.lifecycle.drain-delay=4s")) {
            var caller = GatewayProcessClient.create(gateway);
            var change = WantedChange.next(WantedChange.Kind.TAG);
            var slow = startChange(gateway, caller, change);

            gateway.requestShutdown();

            await().atMost(Duration.ofSeconds(3)).until(() -> !gateway.isReady());
            assertThat(caller.read(gateway, "/api/v1/me").join().status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(8)).until(() -> isRefusing(gateway));
            assertThat(slow).isNotDone();
            leeloo.behave(RESPONDS);
            assertThat(slow.join().status()).isEqualTo(204);
            assertThat(gateway.exitCode()).isEqualTo(TERMINATED);
            assertThat(outcome(change)).isEqualTo("applied");
            assertThat(endEvents()).isEqualTo(1);
        }
    }

    @Test
    void hangingChangeIsAbandonedAtTheDrainDeadline() throws Exception {
        try (var gateway = GatewayProcess.start(
                postgres,
                leeloo.url(),
                "--gateway.lifecycle.drain-delay=0s",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s")) {
            var caller = GatewayProcessClient.create(gateway);
            var change = WantedChange.next(WantedChange.Kind.MESSAGE);
            var slow = startChange(gateway, caller, change);

            gateway.requestShutdown();

            assertThat(gateway.exitCode()).isEqualTo(TERMINATED);
            assertThat(slow).isCompletedExceptionally();
            assertThat(outcome(change)).isIn("sending", "unknown");
        }
    }

    private CompletableFuture<GatewayResponse> startChange(
            GatewayProcess gateway, GatewayProcessClient caller, WantedChange change) {
        leeloo.behave(HANGS_BEFORE_RESPONDING);
        var slow = caller.send(gateway, change, "slow");
        await().until(() -> leeloo.callsFor(change.targetId()) == 1);
        return slow;
    }

    private static boolean isRefusing(GatewayProcess gateway) throws IOException {
        try (var _ =
                new Socket(InetAddress.getLoopbackAddress(), gateway.uri("/").getPort())) {
            return false;
        } catch (ConnectException _) {
            return true;
        }
    }

    private String outcome(WantedChange change) {
        return postgres.database()
                .sql("select outcome from operations where idempotency_key = :key")
                .param("key", change.key())
                .query(String.class)
                .single();
    }

    /** Counts the ends of changes in the audit log. */
    private long endEvents() {
        return postgres.database()
                .sql("select count(*) from audit_events where action = 'people.addTag' and kind = 'ended'")
                .query(Long.class)
                .single();
    }
}

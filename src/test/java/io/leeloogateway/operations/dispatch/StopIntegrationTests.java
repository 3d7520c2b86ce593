package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.ANSWERS;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.HANGS_BEFORE_ANSWERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import io.leeloogateway.fixtures.SharedKeyCaller;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real gateway does after SIGTERM. */
@Timeout(120)
class StopIntegrationTests {

    /** 128 and the number of the signal: what a JVM ends with that was told to. */
    private static final int TERMINATED = 143;

    private final PostgresProcess postgres = PostgresProcess.start();
    private final ScriptedLeeloo leeloo = new ScriptedLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
        postgres.close();
    }

    @Test
    void itServesForAWhileThenFinishesWhatIsUnderWayThenEnds() throws Exception {
        try (var gateway = GatewayProcess.start(postgres, leeloo.url(), "--gateway.lifecycle.drain-delay=4s")) {
            var caller = SharedKeyCaller.knownTo(gateway);
            var wish = WantedChange.next(WantedChange.Kind.TAG);
            var slow = changeUnderWay(gateway, caller, wish);

            gateway.beginToEnd();

            await().atMost(Duration.ofSeconds(3)).until(() -> !gateway.isReady());
            assertThat(caller.read(gateway, "/api/v1/me").join().status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(8)).until(() -> isRefusing(gateway));
            assertThat(slow).isNotDone();
            leeloo.behave(ANSWERS);
            assertThat(slow.join().status()).isEqualTo(204);
            assertThat(gateway.exitCode()).isEqualTo(TERMINATED);
            assertThat(outcome(wish)).isEqualTo("applied");
            assertThat(entries()).isEqualTo(1);
        }
    }

    @Test
    void whatHangsHasTheDrainsTimeAndNotMore() throws Exception {
        try (var gateway = GatewayProcess.start(
                postgres,
                leeloo.url(),
                "--gateway.lifecycle.drain-delay=0s",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s")) {
            var caller = SharedKeyCaller.knownTo(gateway);
            var wish = WantedChange.next(WantedChange.Kind.MESSAGE);
            var slow = changeUnderWay(gateway, caller, wish);

            gateway.beginToEnd();

            assertThat(gateway.exitCode()).isEqualTo(TERMINATED);
            assertThat(slow).isCompletedExceptionally();
            assertThat(outcome(wish)).isIn("sending", "unknown");
        }
    }

    private CompletableFuture<SharedKeyCaller.Heard> changeUnderWay(
            GatewayProcess gateway, SharedKeyCaller caller, WantedChange wish) {
        leeloo.behave(HANGS_BEFORE_ANSWERING);
        var slow = caller.ask(gateway, wish, "slow");
        await().until(() -> leeloo.callsAbout(wish.about()) == 1);
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

    private String outcome(WantedChange wish) {
        return postgres.database()
                .sql("select outcome from operations where idempotency_key = :key")
                .param("key", wish.key())
                .query(String.class)
                .single();
    }

    /** How many endings of changes the diary has. */
    private long entries() {
        return postgres.database()
                .sql("select count(*) from audit_events where action = 'people.addTag' and kind = 'ended'")
                .query(Long.class)
                .single();
    }
}

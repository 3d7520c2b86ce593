package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks many people with gateways in processes of their own, of which some are killed. */
@Tag("acceptance")
class SyncAcceptanceTests {

    private static final int KILLS = 10;
    private static final int PEOPLE = 10_000;
    private static final int MANY_PEOPLE = 100_000;
    private static final int MANY_ORDERS = 50_000;
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(60);

    @Test
    void killedRunGoesOnAfterItsCheckpoint() throws IOException {
        try (var postgres = PostgresProcess.start();
                var leeloo = new LargeLeeloo(PEOPLE, 0, Duration.ofSeconds(1))) {
            var slowest = Duration.ZERO;
            for (var kill = 0; kill < KILLS; kill++) {
                var before = leeloo.offsets(SyncKind.PEOPLE).size();
                var started = System.nanoTime();
                try (var gateway = start(postgres, leeloo)) {
                    var pages = ThreadLocalRandom.current().nextInt(1, 6);
                    await().atMost(RESUMED_WITHIN)
                            .until(() -> leeloo.offsets(SyncKind.PEOPLE).size() >= before + pages);
                    var resumed = Duration.ofNanos(System.nanoTime() - started);
                    slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
                    assertThat(countRepeated(leeloo))
                            .as("one page after each kill")
                            .isLessThanOrEqualTo(kill);
                    gateway.kill();
                }
            }
            try (var _ = start(postgres, leeloo)) {
                await().atMost(Duration.ofMinutes(4)).until(() -> isComplete(postgres, SyncKind.PEOPLE));
            }

            var repeated = countRepeated(leeloo);
            AcceptanceReport.print(
                    "sync-kill",
                    List.of(
                            "%d kills: %d pages, %d repeated, resumed after at most %d s (with the start of the process)"
                                    .formatted(
                                            KILLS,
                                            leeloo.offsets(SyncKind.PEOPLE).size(),
                                            repeated,
                                            slowest.toSeconds())));
            assertThat(countRows(postgres, "cached_people")).isEqualTo(PEOPLE);
            assertThat(repeated).isLessThanOrEqualTo(KILLS);
        }
    }

    @Test
    void twoInstancesWalkEachPageOfTheListsOnce() throws IOException {
        try (var postgres = PostgresProcess.start();
                var leeloo = new LargeLeeloo(MANY_PEOPLE, MANY_ORDERS, Duration.ZERO);
                var _ = start(postgres, leeloo);
                var _ = start(postgres, leeloo)) {
            var started = System.nanoTime();
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> isComplete(postgres, SyncKind.PEOPLE) && isComplete(postgres, SyncKind.ORDERS));

            AcceptanceReport.print(
                    "sync-many",
                    List.of(
                            calls(leeloo, SyncKind.PEOPLE, MANY_PEOPLE),
                            calls(leeloo, SyncKind.ORDERS, MANY_ORDERS),
                            Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s"));
            assertThat(countRows(postgres, "cached_people")).isEqualTo(MANY_PEOPLE);
            assertThat(countRows(postgres, "cached_orders")).isEqualTo(MANY_ORDERS);
        }
    }

    private static String calls(LargeLeeloo leeloo, SyncKind kind, int rows) {
        var offsets = leeloo.offsets(kind);
        var fewest = Math.ceilDiv(rows, Walk.LIMIT);
        assertThat(offsets).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(fewest * 110 / 100);
        return "%d %s: %d calls, the fewest possible are %d".formatted(rows, kind.value(), offsets.size(), fewest);
    }

    private static GatewayProcess start(PostgresProcess postgres, LargeLeeloo leeloo) {
        return GatewayProcess.start(
                postgres,
                leeloo.url(),
                "--gateway.quota.requests-per-minute=100000",
                "--gateway.sync.continuous=true",
                "--gateway.sync.recent-every=0s",
                "--gateway.sync.people.every=1h",
                "--gateway.sync.orders.every=1h");
    }

    private static long countRepeated(LargeLeeloo leeloo) {
        var offsets = leeloo.offsets(SyncKind.PEOPLE);
        return offsets.size() - offsets.stream().distinct().count();
    }

    private static boolean isComplete(PostgresProcess postgres, SyncKind kind) {
        return postgres.database()
                .sql("select exists (select from sync_runs where kind = ? and state = 'completed')")
                .param(kind.value())
                .query(Boolean.class)
                .single();
    }

    private static int countRows(PostgresProcess postgres, String table) {
        return postgres.database()
                .sql("select count(*) from " + table + " where list_row is not null")
                .query(Integer.class)
                .single();
    }
}

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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks many people with gateways in processes of their own, of which some are killed. */
@Tag("acceptance")
class SyncAcceptanceTests {

    private static final int KILLS = 10;
    private static final int PEOPLE = 10_000;
    private static final int MANY_PEOPLE = 100_000;
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(60);

    /** The quota is not the subject of these tests, except that a run must be long enough to be killed. */
    private static final String[] SLOW = {"--gateway.quota.requests-per-minute=600", "--gateway.sync.people.every=1h"};

    private static final String[] FAST = {"--gateway.quota.requests-per-minute=100000"};

    @Test
    void killedRunGoesOnAfterItsCheckpoint() throws IOException {
        try (var postgres = PostgresProcess.start();
                var leeloo = new ManyPeople(PEOPLE)) {
            var slowest = Duration.ZERO;
            for (var kill = 0; kill < KILLS; kill++) {
                var before = leeloo.offsets().size();
                var started = System.nanoTime();
                var gateway = start(postgres, leeloo, SLOW);
                await().atMost(RESUMED_WITHIN)
                        .until(() -> leeloo.offsets().size()
                                > before + ThreadLocalRandom.current().nextInt(1, 6));
                var resumed = Duration.ofNanos(System.nanoTime() - started);
                slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
                gateway.kill();
            }
            try (var _ = start(postgres, leeloo, SLOW)) {
                await().atMost(Duration.ofMinutes(4)).until(() -> isComplete(postgres));
            }

            var repeated = leeloo.offsets().size()
                    - leeloo.offsets().stream().distinct().count();
            AcceptanceReport.print(
                    "sync-kill",
                    List.of(
                            "%d kills: %d pages, %d repeated, resumed after at most %d s (with the start of the process)"
                                    .formatted(KILLS, leeloo.offsets().size(), repeated, slowest.toSeconds())));
            assertThat(countPeople(postgres)).isEqualTo(PEOPLE);
            assertThat(repeated).isLessThanOrEqualTo(KILLS);
            assertThat(leeloo.offsets().stream()
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                            .values())
                    .allMatch(calls -> calls <= 2);
        }
    }

    @Test
    void twoInstancesWalkEachPageOfManyPeopleOnce() throws IOException {
        try (var postgres = PostgresProcess.start();
                var leeloo = new ManyPeople(MANY_PEOPLE);
                var _ = start(postgres, leeloo, FAST);
                var _ = start(postgres, leeloo, FAST)) {
            var started = System.nanoTime();
            await().atMost(Duration.ofMinutes(10)).until(() -> isComplete(postgres));

            var calls = leeloo.offsets().size();
            var fewest = Math.ceilDiv(MANY_PEOPLE, Walk.LIMIT);
            AcceptanceReport.print(
                    "sync-many",
                    List.of("%d people: %d calls, the fewest possible are %d; %d s"
                            .formatted(
                                    MANY_PEOPLE,
                                    calls,
                                    fewest,
                                    Duration.ofNanos(System.nanoTime() - started)
                                            .toSeconds())));
            assertThat(leeloo.offsets()).doesNotHaveDuplicates();
            assertThat(calls).isLessThanOrEqualTo(fewest * 110 / 100);
            assertThat(countPeople(postgres)).isEqualTo(MANY_PEOPLE);
        }
    }

    private static GatewayProcess start(PostgresProcess postgres, ManyPeople leeloo, String... settings) {
        var all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "--gateway.sync.continuous=true";
        all[settings.length + 1] = "--gateway.sync.recent-every=0s";
        return GatewayProcess.start(postgres, leeloo.url(), all);
    }

    private static boolean isComplete(PostgresProcess postgres) {
        return postgres.database()
                .sql("select exists (select from sync_runs where kind = 'people' and state = 'completed')")
                .query(Boolean.class)
                .single();
    }

    private static int countPeople(PostgresProcess postgres) {
        return postgres.database()
                .sql("select count(*) from cached_people where list_row is not null")
                .query(Integer.class)
                .single();
    }
}

package io.leeloogateway.cache.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import io.leeloogateway.operations.dispatch.WantedChange;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two gateway processes, one of which is stopped for seconds, and a database that is frozen. */
@Timeout(900)
@Tag("acceptance")
class CacheLeaseAcceptanceTests {

    private static final Logger log = LoggerFactory.getLogger(CacheLeaseAcceptanceTests.class);
    private static final int ROUNDS = 200;
    private static final int NO_CONTENT = 204;

    private final PostgresProcess postgres = PostgresProcess.start();
    private final ScriptedLeeloo leeloo = new ScriptedLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
        postgres.close();
    }

    @Test
    void changeIsVisibleInBothProcessesHoweverOneIsStopped() throws Exception {
        var seed = new SecureRandom().nextLong();
        log.info("seed {}", seed);
        var random = new Random(seed);
        try (var changed = GatewayProcess.start(postgres, leeloo.url());
                var stopped = GatewayProcess.start(postgres, leeloo.url())) {
            var caller = GatewayProcessClient.create(changed);
            var outdated = new ArrayList<String>();
            var answered = 0;
            for (var round = 0; round < ROUNDS; round++) {
                var person = WantedChange.next(WantedChange.Kind.TAG);
                warm(caller, person, changed, stopped);
                var fault = fault(random, stopped);
                var response = caller.send(changed, person, person.key()).join();
                if (response.status() == NO_CONTENT) {
                    answered++;
                    outdated.addAll(outdated(caller, person, changed, stopped));
                }
                fault.join();
            }
            log.info("{} changes answered", answered);
            assertThat(answered).isGreaterThan(ROUNDS / 2);
            assertThat(outdated).isEmpty();
        }
    }

    private static void warm(GatewayProcessClient caller, WantedChange person, GatewayProcess... gateways) {
        for (var gateway : gateways) {
            for (var read = 0; read < 2; read++) {
                caller.read(gateway, path(person)).join();
            }
        }
    }

    private CompletableFuture<Void> fault(Random random, GatewayProcess stopped) {
        var millis = random.nextInt(3_000);
        return switch (random.nextInt(8)) {
            case 0 -> {
                stopped.suspend();
                yield later(millis, stopped::resume);
            }
            case 1 -> later(random.nextInt(20), stopped::suspend).thenCompose(_ -> later(millis, stopped::resume));
            case 2 -> {
                postgres.freeze();
                yield later(millis / 10, postgres::thaw);
            }
            default -> CompletableFuture.completedFuture(null);
        };
    }

    private static CompletableFuture<Void> later(int millis, Runnable work) {
        return CompletableFuture.runAsync(work, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private static List<String> outdated(GatewayProcessClient caller, WantedChange person, GatewayProcess... gateways) {
        var reads = Stream.of(gateways)
                .flatMap(gateway -> Stream.generate(() -> caller.read(gateway, path(person)))
                        .limit(5))
                .toList();
        return reads.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.status() == 200 && !isServedStale(response))
                .map(GatewayResponse::body)
                .filter(body -> !body.contains("vip"))
                .toList();
    }

    /** Without the database, a read says so. */
    private static boolean isServedStale(GatewayResponse response) {
        return response.cacheStatus().contains("served-stale");
    }

    private static String path(WantedChange person) {
        return "/api/v1/people/" + person.targetId();
    }
}

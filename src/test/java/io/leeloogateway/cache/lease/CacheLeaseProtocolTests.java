package io.leeloogateway.cache.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** After a change is answered, no replica answers from its memory with a value from before it, however its lease, its process or its connection stumbles. */
@GatewayTest
class CacheLeaseProtocolTests {

    private static final Logger log = LoggerFactory.getLogger(CacheLeaseProtocolTests.class);
    private static final int OPERATIONS = 10_000;

    @Autowired
    JdbcConnectionDetails details;

    @Value("${spring.datasource.hikari.connection-init-sql}")
    String sessionSettings;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void noReadShowsAValueFromBeforeAnAnsweredChange(int replicas) {
        var history = run(replicas, new SecureRandom().nextLong(), true);

        assertThat(history.size()).isGreaterThanOrEqualTo(OPERATIONS);
        assertThat(history.violations()).isEmpty();
    }

    /** The checker and the faults are strong enough to notice a broken protocol. */
    @Test
    void changeThatIsAnsweredBeforeTheConfirmationIsFound() {
        var history = run(2, 1, false);

        assertThat(history.violations()).isNotEmpty();
    }

    private History run(int count, long seed, boolean isConfirmed) {
        log.info("{} replicas, seed {}", count, seed);
        var random = new Random(seed);
        var replicas = IntStream.range(0, count)
                .mapToObj(number -> new Replica(
                        "replica " + number,
                        details,
                        new SlowConnections(details, sessionSettings, new Random(random.nextLong()))))
                .toList();
        var key = new CacheKey(ResourceType.REFERENCE, "protocol " + seed, "protocol " + seed);
        var history = new History();
        try {
            history.addChange(replicas.getFirst().change(key, true));
            var left = new AtomicInteger(OPERATIONS);
            var readers = IntStream.range(0, count * 2)
                    .mapToObj(number -> read(replicas.get(number % count), key, history, left));
            Stream.concat(readers, Stream.of(change(replicas, key, history, left, random, isConfirmed)))
                    .toList()
                    .forEach(CompletableFuture::join);
            replicas.forEach(
                    replica -> log.info("{}: {} reads from memory", replica.name(), replica.readsFromMemory()));
            assertThat(replicas).allMatch(replica -> replica.readsFromMemory() > 0);
        } finally {
            replicas.forEach(Replica::close);
        }
        return history;
    }

    private static CompletableFuture<Void> read(Replica replica, CacheKey key, History history, AtomicInteger left) {
        return CompletableFuture.runAsync(
                () -> {
                    while (left.getAndDecrement() > 0) {
                        var began = System.nanoTime();
                        history.addRead(began, replica.read(key), replica.name());
                        sleep(1);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static CompletableFuture<Void> change(
            List<Replica> replicas,
            CacheKey key,
            History history,
            AtomicInteger left,
            Random random,
            boolean isConfirmed) {
        return CompletableFuture.runAsync(
                () -> {
                    while (left.get() > 0) {
                        history.addChange(
                                replicas.get(random.nextInt(replicas.size())).change(key, isConfirmed));
                        sleep(random.nextInt(20));
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

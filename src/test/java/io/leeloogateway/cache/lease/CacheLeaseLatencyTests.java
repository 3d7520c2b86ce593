package io.leeloogateway.cache.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A change on one replica is visible to the next read on each of them; prints the time that the confirmation adds. */
@GatewayTest
@Tag("acceptance")
class CacheLeaseLatencyTests {

    private static final Logger log = LoggerFactory.getLogger(CacheLeaseLatencyTests.class);

    @Autowired
    JdbcConnectionDetails details;

    @Autowired
    CacheLeaseRenewal renewalOfTheGateway;

    @Value("${spring.datasource.hikari.connection-init-sql}")
    String sessionSettings;

    @BeforeEach
    void stopTheGatewaysOwnLease() {
        renewalOfTheGateway.stop();
    }

    @AfterEach
    void startTheGatewaysOwnLease() {
        renewalOfTheGateway.start();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 10000", "3, 1000"})
    void changeIsVisibleToTheNextReadOnEachReplica(int count, int changes) {
        var replicas = IntStream.range(0, count)
                .mapToObj(number ->
                        new Replica("replica " + number, details, new CacheLeaseConnections(details, sessionSettings)))
                .toList();
        var key = new CacheKey(ResourceType.REFERENCE, "latency " + count, "latency " + count);
        var micros = new ArrayList<Long>();
        try {
            for (var change = 0; change < changes; change++) {
                var committedNanos = new AtomicLong();
                var value = replicas.get(change % count).change(key, true, () -> committedNanos.set(System.nanoTime()));
                micros.add((System.nanoTime() - committedNanos.get()) / 1000);
                assertThat(replicas).allMatch(replica -> replica.read(key) == value);
            }
        } finally {
            replicas.forEach(Replica::close);
        }
        Collections.sort(micros);
        log.info(
                "{} replicas, {} changes: the confirmation takes {} us (median), {} us (p99)",
                count,
                changes,
                micros.get(changes / 2),
                micros.get(changes * 99 / 100));
    }
}

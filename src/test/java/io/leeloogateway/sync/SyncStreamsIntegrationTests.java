package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A client's streams leave connections to others. */
@GatewayTest
class SyncStreamsIntegrationTests {

    @Test
    void ninthStreamOfAClientIsRefused(
            @Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        var gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        var run = gateway.send("POST", "/api/v1/sync-runs", "{\"kind\":\"people\"}")
                .header("Location");

        var streams = IntStream.range(0, 9)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> gateway.get(run, "Accept", "text/event-stream"), Thread::startVirtualThread))
                .toList();
        await().until(() -> streams.stream().anyMatch(CompletableFuture::isDone));
        gateway.send("DELETE", run, "");

        assertThat(streams.stream().map(stream -> stream.join().status()))
                .containsOnlyOnce(503)
                .filteredOn(status -> status != 503)
                .hasSize(8)
                .containsOnly(200);
    }
}

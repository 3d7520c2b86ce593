package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.ClientTags;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.StartLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaMetricsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallCounter history = new CallCounter();
    private final QuotaMetrics metrics = new QuotaMetrics(meters, new ClientTags(), history);

    @Test
    void clientsAfterTheHundredthShareOneTagValue() {
        for (var client = 0; client < 500; client++) {
            count(new ClientShare("client-" + client, 1));
        }
        count(ClientShare.GATEWAY);

        for (var name : new String[] {"gateway.quota.granted", "gateway.quota.waited", "gateway.quota.refused"}) {
            assertThat(meters.find(name).counters()).hasSizeLessThan(110);
            assertThat(meters.get(name).tag("client", "others").counter().count())
                    .isEqualTo(400);
            assertThat(meters.get(name)
                            .tags("client", "gateway", "class", "interactive-read")
                            .counter()
                            .count())
                    .isOne();
        }
    }

    @Test
    void historyNamesEachClient() {
        for (var client = 0; client < 500; client++) {
            count(new ClientShare("client-" + client, 1));
        }

        assertThat(history.drain())
                .hasSize(500)
                .containsEntry(new CallGroup("interactive-read", "client-499"), new CallCounts(1, 1, 1));
    }

    @Test
    void countsThatCouldNotBeStoredAreKept() {
        count(ClientShare.GATEWAY);
        history.restore(history.drain());
        count(ClientShare.GATEWAY);

        assertThat(history.drain().values()).containsExactly(new CallCounts(2, 2, 2));
        assertThat(history.drain()).isEmpty();
    }

    private void count(ClientShare client) {
        var limit = new StartLimit(Deadline.after(Duration.ofMinutes(1)));
        metrics.countGranted(new WaitingCall(CallClass.INTERACTIVE_READ, client, limit, 0), Duration.ofSeconds(1));
        metrics.countRefused(CallClass.INTERACTIVE_READ, client);
    }
}

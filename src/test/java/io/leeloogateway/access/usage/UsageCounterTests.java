package io.leeloogateway.access.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageCounterTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:15:30Z");
    private static final Caller CALLER = new Caller("cl_1", "shop", "key1", Set.of());

    private final UsageCounter tally = new UsageCounter(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void countsByClientMinuteAndOperation() {
        IntStream.range(0, 1000).parallel().forEach(_ -> tally.count(CALLER, "people.find"));
        tally.count(CALLER, "people.list");

        assertThat(tally.takeRequests())
                .containsOnly(
                        Map.entry(new UsageKey("cl_1", Instant.parse("2026-11-23T08:15:00Z"), "people.find"), 1000L),
                        Map.entry(new UsageKey("cl_1", Instant.parse("2026-11-23T08:15:00Z"), "people.list"), 1L));
        assertThat(tally.takeRequests()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsCountedOn() {
        tally.count(CALLER, "people.find");
        tally.keyWasShown(CALLER);
        var requests = tally.takeRequests();
        var keys = tally.takeKeys();
        tally.count(CALLER, "people.find");

        tally.putBack(requests, keys);

        assertThat(tally.takeRequests().values()).containsExactly(2L);
        assertThat(tally.takeKeys()).containsExactly(Map.entry("key1", NOW));
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 2 * UsageCounter.MOST).forEach(i -> tally.count(CALLER, "people.find" + i));

        assertThat(tally.takeRequests()).hasSize(UsageCounter.MOST);
    }
}

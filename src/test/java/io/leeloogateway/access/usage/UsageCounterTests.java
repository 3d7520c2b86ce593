package io.leeloogateway.access.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.Route;
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

    private final UsageCounter counter = new UsageCounter(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void requestsAreCountedByClientMinuteAndAction() {
        IntStream.range(0, 1000).parallel().forEach(_ -> counter.count(CALLER, route("people.find")));
        counter.count(CALLER, route("people.list"));

        assertThat(counter.drainRequests())
                .containsOnly(
                        Map.entry(new UsageKey("cl_1", Instant.parse("2026-11-23T08:15:00Z"), "people.find"), 1000L),
                        Map.entry(new UsageKey("cl_1", Instant.parse("2026-11-23T08:15:00Z"), "people.list"), 1L));
        assertThat(counter.drainRequests()).isEmpty();
    }

    @Test
    void restoredCountsAreAdded() {
        counter.count(CALLER, route("people.find"));
        counter.recordKeyUse(CALLER);
        var requests = counter.drainRequests();
        var keyUses = counter.drainKeyUses();
        counter.count(CALLER, route("people.find"));

        counter.restore(requests, keyUses);

        assertThat(counter.drainRequests().values()).containsExactly(2L);
        assertThat(counter.drainKeyUses()).containsExactly(Map.entry("key1", NOW));
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 2 * UsageCounter.MAX_ENTRIES).forEach(i -> counter.count(CALLER, route("people.find" + i)));

        assertThat(counter.drainRequests()).hasSize(UsageCounter.MAX_ENTRIES);
    }

    private static MatchedRoute route(String action) {
        return new MatchedRoute(action, Route.ANY_KEY, Route.Kind.READ, Dialect.GATEWAY, 200);
    }
}

package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.store.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalCounterTests {

    private static final Instant MINUTE = Instant.parse("2026-11-28T08:30:00Z");
    private static final Instant NEXT_MINUTE = MINUTE.plus(Duration.ofMinutes(1));

    private final List<AuditEvent> events = new ArrayList<>();
    private final RefusalCounter counter = new RefusalCounter(UUID::randomUUID, events::add);

    @Test
    void firstTenOfASourceAreRecorded() {
        assertThat(recorded(MINUTE, "a", 15)).isEqualTo(RefusalCounter.MAX_RECORDED);
        assertThat(recorded(MINUTE, "b", 3)).isEqualTo(3);

        counter.flushBefore(NEXT_MINUTE);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.requests()).isEqualTo(5);
            assertThat(event.actor().source()).isEqualTo("a");
            assertThat(event.actor().requestId()).isEqualTo("a-10");
        });
    }

    @Test
    void nextMinuteWritesTheCountsOfTheLast() {
        recorded(MINUTE, "a", 12);

        assertThat(recorded(NEXT_MINUTE, "a", 1)).isOne();

        assertThat(events).extracting(AuditEvent::requests).containsExactly(2);
    }

    @Test
    void lateRequestCountsForTheCurrentMinute() {
        recorded(NEXT_MINUTE, "a", 12);

        assertThat(recorded(MINUTE, "a", 5)).isZero();

        counter.flushBefore(Instant.MAX);
        assertThat(events).extracting(AuditEvent::requests).containsExactly(7);
    }

    @Test
    void clockThatIsSetBackEndsTheMinute() {
        recorded(MINUTE, "a", 12);

        counter.flushBefore(MINUTE.minus(Duration.ofHours(2)));

        assertThat(events).extracting(AuditEvent::requests).containsExactly(2);
    }

    @Test
    void requestsAfterTheClockWasSetBackCountForTheirOwnMinute() {
        var earlier = MINUTE.minus(Duration.ofHours(2));
        recorded(MINUTE, "a", 12);

        assertThat(recorded(earlier, "a", 11)).isEqualTo(RefusalCounter.MAX_RECORDED);
        counter.flushBefore(earlier.plus(Duration.ofMinutes(1)));

        assertThat(events).extracting(AuditEvent::requests).containsExactly(2, 1);
    }

    @Test
    void manySourcesShareOneCounterWithoutAName() {
        var ofAll = 0;
        for (var i = 0; i < 5 * RefusalCounter.MAX_SOURCES; i++) {
            ofAll += recorded(MINUTE, "source" + i, 3);
        }

        counter.flushBefore(Instant.MAX);

        assertThat(ofAll).isEqualTo(RefusalCounter.MAX_RECORDED_IN_ALL);
        assertThat(events).hasSizeLessThanOrEqualTo(RefusalCounter.MAX_SOURCES + 1);
        assertThat(events.stream().mapToInt(AuditEvent::requests).sum() + ofAll)
                .isEqualTo(15 * RefusalCounter.MAX_SOURCES);
        assertThat(events.stream().filter(event -> sourceOf(event) == null))
                .singleElement()
                .extracting(AuditEvent::requests)
                .isEqualTo(12 * RefusalCounter.MAX_SOURCES);
    }

    private int recorded(Instant minute, String source, int requests) {
        var recorded = 0;
        for (var i = 0; i < requests; i++) {
            var actor = new AuditEvent.Actor(source + "-" + i, null, null, source);
            var result = new AuditEvent.Result(AuditOutcome.DENIED, 401, "unauthenticated", null, null, null, null);
            recorded += counter.shouldRecord(minute, source, actor, result) ? 1 : 0;
        }
        return recorded;
    }

    private static @Nullable String sourceOf(AuditEvent event) {
        return event.actor().source();
    }
}

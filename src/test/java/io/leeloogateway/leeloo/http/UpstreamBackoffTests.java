package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindPerson;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamBackoffTests {

    private static final FindPerson READ = new FindPerson(SampleIds.ANNA);
    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RawResponseMode THROTTLED = RawResponseMode.respond(429, "Too many requests");

    private final AtomicLong nanos = new AtomicLong();
    private final UpstreamBackoff backoff = new UpstreamBackoff(nanos::get);
    private final RawLeeloo raw = new RawLeeloo();
    private final StandaloneClient leeloo = StandaloneClient.of(raw.url());

    @AfterEach
    void close() {
        leeloo.close();
        raw.close();
    }

    @Test
    void requestedDelayIsUsed() {
        throttled(Duration.ofSeconds(45));

        assertDelay(45);
    }

    @Test
    void delayStartsAtOneSecondAndDoublesWithoutARequestedDelay() {
        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            throttled(null);
            assertDelay(seconds);
            throttled(Duration.ZERO);
        }
    }

    @Test
    void simultaneousThrottledResponsesCountOnce() {
        throttled(null);
        throttled(null);
        throttled(null);

        assertDelay(1);
    }

    @Test
    void successResetsTheDelay() {
        throttled(null);
        throttled(Duration.ZERO);
        backoff.recordSuccess();

        throttled(null);

        assertDelay(1);
    }

    @Test
    void delayEndsWithTheMinute() {
        backoff.recordSuccess();
        elapse(10);
        throttled(null);
        for (var seconds : new int[] {1, 2, 4, 8, 16}) {
            assertDelay(seconds);
            elapse(seconds);
            throttled(null);
        }

        assertDelay(60 - 10 - 31);
    }

    @Test
    void successOfACallFromBeforeTheThrottlingStartsNoMinute() {
        backoff.recordSuccess();
        elapse(40);
        throttled(null);
        backoff.recordSuccess();
        for (var seconds : new int[] {1, 1, 2, 4, 8}) {
            elapse(seconds);
            throttled(null);
        }

        assertDelay(60 - 40 - 16);
    }

    @Test
    void readsFailWithoutACallAndChangesAreSentDuringTheDelay() {
        raw.behave(RawResponseMode.respond(429, "Too many requests", "Retry-After: 20"));
        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.execute(READ));

        assertThatExceptionOfType(LeelooThrottled.class)
                .isThrownBy(() -> leeloo.execute(READ))
                .satisfies(failure -> assertThat(failure.retryAfter().orElseThrow())
                        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20)));
        assertThat(raw.requests()).hasSize(1);
        raw.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{}}"));
        leeloo.send(CHANGE);
        assertThat(raw.requests()).hasSize(2);
    }

    @Test
    void throttledChangeStartsTheDelay() {
        raw.behave(THROTTLED);
        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.send(CHANGE));

        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.execute(READ));

        assertThat(raw.requests()).hasSize(1);
    }

    private void throttled(@Nullable Duration requestedDelay) {
        backoff.recordThrottled(new LeelooThrottled(requestedDelay));
    }

    private void elapse(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void assertDelay(int seconds) {
        assertThat(backoff.remaining()).contains(Duration.ofSeconds(seconds));
    }
}
